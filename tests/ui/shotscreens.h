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

void fill(QWidget *window, const QString &name, const QString &text);
void click(QWidget *window, const QString &name);
void waitFor(QWidget *window, const QString &name); // until it is visible
void waitForCallout(QWidget *window);
void expireNewestMessage(ScreenBench &bench, const QString &to);

constexpr QSize smallScreen{1024, 700}; // with a mailbox, the least that people work with
inline const QString sunny = QStringLiteral("sunny@example.com");
inline const QString longAddress = QStringLiteral("wolfeschlegelsteinhausenbergerdorff.maximiliana-theodora@"
                                                  "correspondence.international.example.com");
inline const QString rightPassword = QStringLiteral("Correct-horse-7");

} // namespace poolscope::ui
