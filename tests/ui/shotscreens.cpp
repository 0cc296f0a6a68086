#include "ui/shotscreens.h"

#include "ui/mailbox/mailboxpanel.h"

#include <QAbstractButton>
#include <QHash>
#include <QLineEdit>
#include <QTableView>

#include <algorithm>

namespace poolscope::ui {

namespace {

class BenchMailbox final : public MailboxSource
{
public:
    explicit BenchMailbox(ScreenBench &bench)
        : m_bench(bench)
    {
        connect(&bench.sandbox(), &sandbox::Sandbox::messagesChanged, this, &MailboxSource::changed);
    }
    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override
    {
        m_bench.sandbox().messages({.userPoolId = m_bench.access().userPoolId()}, context, std::move(handler));
    }
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override
    {
        m_bench.sandbox().expireMessage(id, context, std::move(handler));
    }

private:
    ScreenBench &m_bench;
};

QString titleOf(const QString &pageId)
{
    static const QHash<QString, QString> titles{{QStringLiteral("signup"), QStringLiteral("Sign up")},
                                                {QStringLiteral("signin"), QStringLiteral("Sign in")},
                                                {QStringLiteral("notice"), QStringLiteral("Sign in")},
                                                {QStringLiteral("why"), QStringLiteral("Sign-in trouble")},
                                                {QStringLiteral("tokens"), QStringLiteral("Tokens")},
                                                {QStringLiteral("sandboxusers"), QStringLiteral("Sandbox")}};
    return titles.value(pageId, pageId);
}

std::unique_ptr<QWidget> makeScreen(const ScreenShot &screen, ScreenBench *bench,
                                    std::vector<std::shared_ptr<void>> &keep)
{
    if (screen.before)
        screen.before(*bench);
    if (screen.service == ScreenBench::Service::Sandbox)
        bench->access().loadSettings();
    MakeWidget mailbox;
    if (screen.mailbox) {
        const auto source = std::make_shared<BenchMailbox>(*bench);
        keep.push_back(source);
        mailbox = [source = source.get(), bench](QWidget *parent) {
            return new MailboxPanel(source, bench->clipboard(), parent);
        };
    }
    const QString pageId = screen.id.section(u'-', 0, 0);
    return inMainWindow(
        pageId, titleOf(pageId), [screen, bench](QWidget *parent) { return screen.page(*bench, parent); }, mailbox);
}

} // namespace

void addScreen(ShotList &list, const ScreenShot &screen)
{
    auto shared = std::make_shared<std::weak_ptr<ScreenBench>>();
    list.add({screen.id, screen.size,
              [=](auto &keep) {
                  auto bench = std::make_shared<ScreenBench>(screen.service);
                  *shared = bench;
                  keep.push_back(bench);
                  return makeScreen(screen, bench.get(), keep);
              },
              [=](QWidget *window) {
                  const auto bench = shared->lock();
                  if (!bench)
                      return;
                  if (screen.service == ScreenBench::Service::Sandbox)
                      waitForSettings(*bench);
                  if (screen.prepare)
                      screen.prepare(*bench, window);
              }});
}

void must(bool done, const char *orElse)
{
    if (!done)
        throw StateMissed(QString::fromUtf8(orElse));
}

void waitUntil(const std::function<bool()> &condition, const char *orElse)
{
    must(ScreenBench::wait(condition), orElse);
}

void waitFor(QWidget *window, const QString &name)
{
    const bool came = ScreenBench::wait([&] {
        const auto widgets = window->findChildren<QWidget *>(name);
        return std::any_of(widgets.cbegin(), widgets.cend(), [](QWidget *widget) { return widget->isVisible(); });
    });
    if (!came)
        throw StateMissed(QStringLiteral("\"%1\" did not come.").arg(name));
}

void waitForCallout(QWidget *window)
{
    waitFor(window, QStringLiteral("calloutCopy"));
}

void fill(QWidget *window, const QString &name, const QString &text)
{
    waitFor(window, name);
    part<QLineEdit>(window, name)->setText(text);
}

void click(QWidget *window, const QString &name)
{
    waitFor(window, name);
    auto *button = part<QAbstractButton>(window, name);
    if (!ScreenBench::wait([&] { return button->isEnabled(); }))
        throw StateMissed(QStringLiteral("\"%1\" cannot be clicked.").arg(name));
    button->click();
}

void waitForRows(QWidget *window, const QString &tableName, int count)
{
    const auto *table = part<QTableView>(window, tableName);
    if (!ScreenBench::wait([&] { return table->isVisible() && table->model()->rowCount() >= count; }))
        throw StateMissed(QStringLiteral("\"%1\" was not filled.").arg(tableName));
}

void waitForSettings(const ScreenBench &bench)
{
    waitUntil([&] { return bench.access().settings().state == auth::PoolSettings::State::Known; },
              "The pool's settings did not come.");
}

void addUser(ScreenBench &bench, const QString &email, const QString &password)
{
    must(bench.addUser(email, password), "The user was not made.");
}

void signIn(ScreenBench &bench, const QString &username, const QString &password)
{
    must(bench.signIn(username, password) != nullptr, "Nobody was signed in.");
}

sandbox::Message newestMessage(ScreenBench &bench, const QString &to)
{
    const sandbox::Message newest = bench.newestMessage(to);
    must(newest.id != 0, "No message came.");
    return newest;
}

void expireNewestMessage(ScreenBench &bench, const QString &to)
{
    QObject context;
    bool done = false;
    bench.sandbox().expireMessage(newestMessage(bench, to).id, &context,
                                  [&](const Result<void> &result) { done = result.has_value(); });
    waitUntil([&] { return done; }, "The code did not expire.");
    bench.messages();
}

} // namespace poolscope::ui
