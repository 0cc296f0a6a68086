#include "ui/shell/navigation.h"

#include "ui/common/fonts.h"
#include "ui/common/navigationbutton.h"

#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_foot(new QVBoxLayout)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_foot->setContentsMargins(0, 0, 0, 8);
    m_foot->setSpacing(2);
    clearEntries();
    m_layout->addStretch(1);
    m_layout->addLayout(m_foot);
}

void Navigation::clearEntries()
{
    for (const QString &id : std::as_const(m_entryIds))
        m_buttons.remove(id);
    m_entryIds.clear();
    m_sections.clear();
    delete m_entries;
    // One widget holds all entries, so that the arrow keys move among them and Tab leaves them.
    m_entries = new QWidget(this);
    auto *entries = new QVBoxLayout(m_entries);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(2);
    m_layout->insertWidget(0, m_entries);
}

QVBoxLayout *Navigation::section(Section section)
{
    if (QVBoxLayout *existing = m_sections.value(section))
        return existing;
    auto *label = new QLabel(sectionTitle(section), m_entries);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(smallFont(label->font()));
    label->setContentsMargins(10, 12, 0, 4);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(2);
    rows->addWidget(label);
    static_cast<QVBoxLayout *>(m_entries->layout())->addLayout(rows);
    m_sections.insert(section, rows);
    return rows;
}

void Navigation::addEntry(const PageFactory &page, const QKeySequence &shortcut)
{
    auto *button = new NavigationButton(page.iconName, page.title, m_entries);
    button->setObjectName(QStringLiteral("nav.") + page.id);
    button->setAutoExclusive(true);
    button->setShortcutHint(shortcut.toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, this, [this, id = page.id] { emit chosen(id); });
    section(page.section)->addWidget(button);
    m_buttons.insert(page.id, button);
    m_entryIds += page.id;
}

NavigationButton *Navigation::addPanelSwitch(const QString &id, const QString &title, const QString &iconName,
                                             const QKeySequence &shortcut)
{
    auto *button = new NavigationButton(iconName, title, this);
    button->setObjectName(QStringLiteral("panel.") + id);
    button->setShortcutHint(shortcut.toString(QKeySequence::NativeText));
    m_foot->addWidget(button);
    m_buttons.insert(id, button);
    return button;
}

NavigationButton *Navigation::addFootCommand(const QString &id, const QString &title, const QString &iconName,
                                             const QKeySequence &shortcut)
{
    NavigationButton *button = addPanelSwitch(id, title, iconName, shortcut);
    button->setObjectName(QStringLiteral("foot.") + id);
    button->setCheckable(false);
    return button;
}

void Navigation::setCurrent(const QString &id)
{
    if (NavigationButton *entry = button(id))
        entry->setChecked(true);
}

NavigationButton *Navigation::button(const QString &id) const
{
    return m_buttons.value(id);
}

} // namespace poolscope::ui
