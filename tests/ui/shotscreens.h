#pragma once

#include "ui/screenbench.h"
#include "ui/shots.h"

namespace poolscope::ui {

// What the pictures of the pages are made with: a page in the main window on a service of its own, brought into its state
// as a user would.
struct ScreenShot
{
    using Prepare = std::function<void(ScreenBench &, QWidget *window)>;

    QString id; // "signup-confirm": the page's id, and the state
    ScreenBench::Service service = ScreenBench::Service::Sandbox;
    std::function<QWidget *(ScreenBench &, QWidget *parent)> page;
    Prepare prepare = {};                           // after the window was shown and the pool's settings came
    std::function<void(ScreenBench &)> before = {}; // before there is a page: to open another pool
    QSize size = ShotList::window;
    bool mailbox = false; // stands beside the page
};

void addScreen(ShotList &list, const ScreenShot &screen);

// Steps to a state. Each throws StateMissed where it cannot be taken, or what it waits for does not come.
void must(bool done, const char *orElse); // "Nobody was signed in."
void waitUntil(const std::function<bool()> &condition, const char *orElse);
void waitFor(QWidget *window, const QString &name);                     // until it is visible
void waitForCallout(QWidget *window);                                   // with a service's words
void fill(QWidget *window, const QString &name, const QString &text);   // a line that is visible
void click(QWidget *window, const QString &name);                       // a button, once it can be clicked
void waitForRows(QWidget *window, const QString &tableName, int count); // at least
void waitForSettings(const ScreenBench &bench);
void addUser(ScreenBench &bench, const QString &email, const QString &password);
void signIn(ScreenBench &bench, const QString &username, const QString &password);
sandbox::Message newestMessage(ScreenBench &bench, const QString &to);
void expireNewestMessage(ScreenBench &bench, const QString &to);

// The widget of that name, the visible one where there are several.
template<class T>
T *part(QWidget *window, const QString &name)
{
    const auto all = window->findChildren<T *>(name);
    for (T *one : all) {
        if (one->isVisible())
            return one;
    }
    if (all.isEmpty())
        throw StateMissed(QStringLiteral("There is no \"%1\".").arg(name));
    return all.first();
}

constexpr QSize smallScreen{1024, 700}; // with a mailbox, the least that people work with
inline const QString longAddress = QStringLiteral("wolfeschlegelsteinhausenbergerdorff.maximiliana-theodora@"
                                                  "correspondence.international.example.com");
inline const QString rightPassword = QStringLiteral("Correct-horse-7");

} // namespace poolscope::ui
