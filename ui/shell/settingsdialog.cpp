#include "ui/shell/settingsdialog.h"

#include "ui/common/callout.h"
#include "ui/common/form.h"
#include "ui/common/translations.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

const QString themeKey = QStringLiteral("appearance/theme");
const QString languageKey = QStringLiteral("appearance/language");

QString themeName(Theme::Preference preference)
{
    switch (preference) {
    case Theme::Preference::System:
        return QStringLiteral("system");
    case Theme::Preference::Light:
        return QStringLiteral("light");
    case Theme::Preference::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

} // namespace

SettingsDialog::SettingsDialog(Theme *theme, QSettings *settings, const QString &languageInForce, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_languageInForce(languageInForce)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    auto *form = new Form(this);
    buildTheme(form);
    buildLanguage(form);
    layout->addWidget(form);
    layout->addStretch();
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("settingsClose"));
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(box);
    resize(440, sizeHint().height());
}

void SettingsDialog::buildTheme(Form *form)
{
    m_themeBox = new QComboBox(form);
    m_themeBox->setObjectName(QStringLiteral("settingsTheme"));
    m_themeBox->addItem(tr("As the system"), int(Theme::Preference::System));
    m_themeBox->addItem(tr("Light"), int(Theme::Preference::Light));
    m_themeBox->addItem(tr("Dark"), int(Theme::Preference::Dark));
    if (m_theme)
        m_themeBox->setCurrentIndex(m_themeBox->findData(int(m_theme->preference())));
    connect(m_themeBox, &QComboBox::activated, this, [this] {
        const auto preference = static_cast<Theme::Preference>(m_themeBox->currentData().toInt());
        if (m_theme)
            m_theme->setPreference(preference);
        if (m_settings)
            m_settings->setValue(themeKey, themeName(preference));
    });
    form->addRow(tr("&Theme"), m_themeBox);
}

void SettingsDialog::buildLanguage(Form *form)
{
    m_languageBox = new QComboBox(form);
    m_languageBox->setObjectName(QStringLiteral("settingsLanguage"));
    m_languageBox->addItem(tr("As the system"), QString());
    // In their own language: who cannot read the present one must find them.
    m_languageBox->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_languageBox->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    m_languageBox->setCurrentIndex(qMax(0, m_languageBox->findData(m_settings ? language(*m_settings) : QString())));
    connect(m_languageBox, &QComboBox::activated, this, [this, form] {
        if (m_settings)
            m_settings->setValue(languageKey, m_languageBox->currentData().toString());
        showWhetherItChanges(form);
    });
    form->addRow(tr("&Language"), m_languageBox);
    showWhetherItChanges(form);
}

void SettingsDialog::showWhetherItChanges(Form *form)
{
    Callout::Content note;
    const QString chosen = Translations::resolved(m_languageBox->currentData().toString());
    if (chosen != m_languageInForce) {
        static const char *const words = QT_TR_NOOP("The language changes with the next start.");
        note.tone = Tone::Accent;
        note.title = tr(words);
        // Who chooses a language may not be able to read the present one.
        note.body = Translations::textIn(chosen, staticMetaObject.className(), words);
    }
    form->setError(m_languageBox, note);
}

Theme::Preference SettingsDialog::themePreference(const QSettings &settings)
{
    const QString name = settings.value(themeKey).toString();
    for (const auto preference : {Theme::Preference::Light, Theme::Preference::Dark}) {
        if (name == themeName(preference))
            return preference;
    }
    return Theme::Preference::System;
}

QString SettingsDialog::language(const QSettings &settings)
{
    const QString name = settings.value(languageKey).toString();
    return Translations::languages().contains(name) ? name : QString();
}

} // namespace poolscope::ui
