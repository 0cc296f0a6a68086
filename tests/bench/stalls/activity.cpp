#include "scenarios.h"
#include "stage.h"
#include "stallwatch.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QTableView>

namespace poolscope::bench {

namespace {

constexpr int entries = 2'200; // more than are kept, so that old ones go
constexpr int replies = 9;
constexpr int usersOfAPage = 60;

// So that a page of users is a megabyte.
QString manyAttributes()
{
    QStringList attributes;
    for (int i = 0; i < 48; ++i)
        attributes += QStringLiteral("[\"custom:note%1\",\"%2\"]").arg(i).arg(QString(300, u'n'));
    return attributes.join(u',');
}

class ActivityScenario
{
public:
    ActivityScenario(WatchedApplication &application, Stage &stage)
        : m_application(application)
        , m_stage(stage)
    {
        m_stage.showPage("sandboxusers");
        m_users = m_stage.find<QTableView>("users.table");
        m_stage.find<QAbstractButton>("panel.activity")->click();
        m_entries = m_stage.find<QTableView>("activityTable");
    }

    int entryCount() const { return m_entries->model()->rowCount(); }
    bool isIdle() const { return m_users->model()->rowCount() > 0; }
    void reload() { m_stage.find<QAbstractButton>("users.reload")->click(); }
    void showDetails()
    {
        m_stage.find<QAbstractButton>("activityDetails")->setChecked(true);
        m_stage.find<QAbstractButton>("activityResponse")->click();
    }

    // Each answer lets the next request go, until so many were made.
    bool manyEntries(const char *name)
    {
        int made = 0;
        QTimer asking;
        QObject::connect(&asking, &QTimer::timeout, &asking, [&] {
            if (isIdle()) {
                ++made;
                reload();
            }
        });
        Measurement arriving(name);
        for (int slice = 1; slice <= slices; ++slice) {
            arriving.round(
                m_application, [&] { asking.start(1); }, [&] { return made >= entries * slice / slices; });
        }
        asking.stop();
        turnUntil([this] { return isIdle(); });
        return arriving.report();
    }

    bool largeReplies(const char *name)
    {
        Measurement arriving(name);
        for (int i = 0; i < replies; ++i) {
            arriving.round(
                m_application, [this] { reload(); }, [this] { return isIdle(); });
        }
        return arriving.report();
    }

private:
    WatchedApplication &m_application;
    Stage &m_stage;
    QTableView *m_users = nullptr;
    QTableView *m_entries = nullptr;
};

} // namespace

bool measureActivity(WatchedApplication &application)
{
    bool within = true;
    {
        Stage stage([](database::Connection &database) { return addUsers(database, usersOfAPage); });
        if (!stage.isReady())
            return false;
        ActivityScenario scenario(application, stage);
        if (!turnUntil([&] { return scenario.isIdle(); }))
            return false;
        scenario.showDetails();
        within &= scenario.manyEntries("2,200 Activity entries");
    }
    Stage stage([](database::Connection &database) { return addUsers(database, usersOfAPage, manyAttributes()); });
    if (!stage.isReady())
        return false;
    ActivityScenario scenario(application, stage);
    if (!turnUntil([&] { return scenario.isIdle(); }))
        return false;
    within &= scenario.largeReplies("a reply of 1 MB");
    scenario.showDetails();
    within &= scenario.largeReplies("a reply of 1 MB, shown in Activity");
    return within;
}

} // namespace poolscope::bench
