#pragma once

#include <QObject>
#include <QPalette>

namespace poolscope::ui {

// Light, dark, or as the system says. One object, made by app; sets the application's style and palette. Widgets do not
// know it: they follow their palette (colors.h).
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Preference { System, Light, Dark };
    Q_ENUM(Preference)

    // Takes the lightness of the application's palette as it is now for the system's wish, until
    // setSystemDark() knows better.
    explicit Theme(QObject *parent = nullptr);

    // Sets Fusion with our drawing and the palette on the application. Once, before the first window.
    void apply();

    Preference preference() const { return m_preference; }
    void setPreference(Preference preference);
    void setSystemDark(bool dark); // from the desktop (systemcolorscheme.h)
    bool dark() const;

signals:
    void changed(bool dark);

private:
    void update();

    Preference m_preference = Preference::System;
    bool m_systemDark = false;
    bool m_applied = false;
};

} // namespace poolscope::ui
