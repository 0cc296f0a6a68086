#pragma once

#include "ui/why/troubles.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

// "Sign-in trouble" on a pool, driven as people do.
namespace poolscope::ui {

class Callout;
class WhyPage;

class WhyBench : public QObject
{
    Q_OBJECT

public:
    WhyBench();
    ~WhyBench() override;

protected slots: // for QTest, after each
    void cleanup();

protected:
    void begin(ScreenBench::Service service = ScreenBench::Service::Sandbox);
    void showPage(bool withSettings = true);
    void search(const QString &name);
    QStringList causes() const;
    Callout *finding(const QString &cause) const;
    Callout *outcome() const;
    Callout *callout() const;
    void press(const QString &action);
    void confirm();
    QString status(const QString &name);
    bool saysSomewhere(const QString &text) const;
    void answerSearch(const QByteArray &enabled);
    QWidget *askForAPassword(const QString &action);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<WhyPage> m_page;
};

// One user of that address, as ListUsers answers; `enabled` is "true" or "false".
QByteArray listed(const QByteArray &enabled);

} // namespace poolscope::ui
