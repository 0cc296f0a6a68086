#pragma once

#include "ui/shell/pagefactory.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace poolscope::ui {

class NavigationButton;

// The left column below the connection card: entries in sections, and at its foot the panels (Mailbox, Activity) and
// what opens a dialog.
// Up and Down move between the entries, Tab leaves them.
class Navigation final : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addEntry(const PageFactory &page, const QKeySequence &shortcut);
    void clearEntries(); // not the panels' switches
    NavigationButton *addPanelSwitch(const QString &id, const QString &title, const QString &iconName,
                                     const QKeySequence &shortcut);
    NavigationButton *addFootCommand(const QString &id, const QString &title, const QString &iconName,
                                     const QKeySequence &shortcut);
    void setCurrent(const QString &id);
    NavigationButton *button(const QString &id) const; // null where there is none

signals:
    void chosen(const QString &id);

private:
    QVBoxLayout *section(Section section);

    QVBoxLayout *m_layout;
    QVBoxLayout *m_foot;
    QWidget *m_entries = nullptr;
    QHash<Section, QVBoxLayout *> m_sections;
    QStringList m_entryIds;
    QHash<QString, NavigationButton *> m_buttons;
};

} // namespace poolscope::ui
