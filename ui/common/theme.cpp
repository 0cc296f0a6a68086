#include "ui/common/theme.h"

#include "ui/common/colors.h"
#include "ui/common/style.h"

#include <QApplication>

namespace poolscope::ui {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemDark(isDark(QApplication::palette()))
{
}

void Theme::apply()
{
    m_applied = true;
    QApplication::setStyle(new Style);
    update();
}

void Theme::setPreference(Preference preference)
{
    if (m_preference == preference)
        return;
    const bool before = dark();
    m_preference = preference;
    if (m_applied && dark() != before)
        update();
}

void Theme::setSystemDark(bool dark)
{
    if (m_systemDark == dark)
        return;
    m_systemDark = dark;
    if (m_applied && m_preference == Preference::System)
        update();
}

bool Theme::dark() const
{
    return m_preference == Preference::System ? m_systemDark : m_preference == Preference::Dark;
}

void Theme::update()
{
    QApplication::setPalette(dark() ? darkPalette() : lightPalette());
    emit changed(dark());
}

} // namespace poolscope::ui
