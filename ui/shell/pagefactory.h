#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace poolscope::ui {

enum class Section { Try, Inspect, Rehearse };

// One entry of the navigation. The page is made when it is first shown and stays, so what was typed is never lost.
// A page that needs to know when it is seen reimplements showEvent.
struct PageFactory
{
    QString id;       // "signup": also the object name of the page is set to "page.signup"
    QString title;    // translated: "Sign up"
    QString iconName; // a Breeze name
    Section section = Section::Try;
    QKeySequence shortcut; // empty: Ctrl+1, Ctrl+2... in the order of the list
    std::function<QWidget *(QWidget *parent)> create;
};

QString sectionTitle(Section section);

} // namespace poolscope::ui
