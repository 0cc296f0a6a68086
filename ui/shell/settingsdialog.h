#pragma once

#include "ui/common/theme.h"

#include <QDialog>

class QComboBox;
class QSettings;

namespace poolscope::ui {

class Form;

// Theme (at once) and language (with the next start). Kept in QSettings; nothing secret ever is.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    // languageInForce: "en" or "ko", which may be another than the one that was chosen for the next start.
    SettingsDialog(Theme *theme, QSettings *settings, const QString &languageInForce, QWidget *parent = nullptr);

    static Theme::Preference themePreference(const QSettings &settings);
    static QString language(const QSettings &settings); // "en", "ko", empty: the system's

private:
    void buildTheme(Form *form);
    void buildLanguage(Form *form);
    void showWhetherItChanges(Form *form);

    Theme *m_theme;
    QSettings *m_settings;
    QString m_languageInForce;
    QComboBox *m_themeBox = nullptr;
    QComboBox *m_languageBox = nullptr;
};

} // namespace poolscope::ui
