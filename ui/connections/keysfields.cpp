#include "ui/connections/keysfields.h"

#include "ui/common/fonts.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace poolscope::ui {

using profiles::KeySource;

KeysFields::KeysFields(Form *form)
    : QObject(form)
    , m_form(form)
{
    build(form);
    connect(m_kind, &QComboBox::activated, this, &KeysFields::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KeysFields::showRows);
    connect(m_profile, &QComboBox::editTextChanged, this, &KeysFields::showProfileHint);
    connect(m_profile, &QComboBox::activated, this, &KeysFields::edited);
    connect(m_profile->lineEdit(), &QLineEdit::textEdited, this, &KeysFields::edited);
    for (QLineEdit *line : {m_accessKeyId, static_cast<QLineEdit *>(m_secret), static_cast<QLineEdit *>(m_token)}) {
        connect(line, &QLineEdit::textEdited, this, &KeysFields::edited);
        connect(line, &QLineEdit::textEdited, this, [this, line] { m_form->clearError(line); });
    }
    setSource({});
}

void KeysFields::build(Form *form)
{
    m_kind = new QComboBox(form);
    m_kind->setObjectName(QStringLiteral("connectionKeys"));
    m_kind->addItem(tr("None"), int(KeySource::Kind::None));
    m_kind->addItem(tr("From the environment"), int(KeySource::Kind::Environment));
    m_kind->addItem(tr("A profile in ~/.aws"), int(KeySource::Kind::Profile));
    m_kind->addItem(tr("Typed in here"), int(KeySource::Kind::Kept));
    form->addRow(tr("A&WS keys"), m_kind,
                 tr("They sign what administrators do, such as looking up users. Signing up and in "
                    "needs none."));
    m_profile = new QComboBox(form);
    m_profile->setObjectName(QStringLiteral("connectionKeyProfile"));
    m_profile->setEditable(true);
    m_profile->setInsertPolicy(QComboBox::NoInsert);
    form->addRow(tr("Pro&file"), m_profile);
    m_accessKeyId = new QLineEdit(form);
    m_accessKeyId->setFont(monospaceFont(form->font()));
    addLine(m_accessKeyId, QStringLiteral("connectionAccessKeyId"), tr("Access key I&D"));
    m_secret = new PasswordField(form);
    addLine(m_secret, QStringLiteral("connectionSecretAccessKey"), tr("Secret access ke&y"));
    m_token = new PasswordField(form);
    addLine(m_token, QStringLiteral("connectionSessionToken"), tr("Sess&ion token"));
    form->setHint(m_token, tr("Only temporary keys have one."));
}

void KeysFields::addLine(QLineEdit *line, const QString &name, const QString &label)
{
    line->setObjectName(name);
    m_form->addRow(label, line, QString());
}

void KeysFields::setSource(const KeySource &source)
{
    m_original = source;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(source.kind))));
    m_profile->setEditText(source.profile);
    clearTyped();
    const bool isKept = source.kind == KeySource::Kind::Kept;
    for (QLineEdit *line : {m_accessKeyId, static_cast<QLineEdit *>(m_secret)})
        line->setPlaceholderText(isKept ? tr("entered before; type to replace it") : QString());
    showRows();
}

KeySource KeysFields::source() const
{
    const auto kind = static_cast<KeySource::Kind>(m_kind->currentData().toInt());
    return {kind, kind == KeySource::Kind::Profile ? m_profile->currentText().trimmed() : QString()};
}

transport::SigningCredentials KeysFields::typed() const
{
    if (source().kind != KeySource::Kind::Kept)
        return {};
    return {m_accessKeyId->text().trimmed(), m_secret->text().trimmed(), m_token->text().trimmed()};
}

bool KeysFields::hasTyped() const
{
    const transport::SigningCredentials keys = typed();
    return !keys.accessKeyId.isEmpty() || !keys.secretAccessKey.isEmpty() || !keys.sessionToken.isEmpty();
}

void KeysFields::clearTyped()
{
    for (QLineEdit *line : {m_accessKeyId, static_cast<QLineEdit *>(m_secret), static_cast<QLineEdit *>(m_token)})
        line->clear();
}

void KeysFields::forgetOriginal()
{
    m_original = {};
    for (QLineEdit *line : {m_accessKeyId, static_cast<QLineEdit *>(m_secret)})
        line->setPlaceholderText({});
}

void KeysFields::setProfiles(const QList<credentials::ProfileChoice> &profiles, const QString &problem)
{
    const QString chosen = m_profile->currentText();
    m_profiles = profiles;
    m_profilesProblem = problem;
    m_profilesRead = true;
    m_profile->clear();
    for (const credentials::ProfileChoice &profile : profiles)
        m_profile->addItem(profile.name);
    m_profile->setEditText(chosen);
    showProfileHint();
}

bool KeysFields::check()
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_accessKeyId), static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_token)})
        m_form->clearError(field);
    const bool areKept = m_original.kind == KeySource::Kind::Kept && !hasTyped();
    if (source().kind != KeySource::Kind::Kept || areKept)
        return true;
    const QList<credentials::KeyProblem> problems = credentials::judgeKeys(typed());
    for (const credentials::KeyProblem &problem : problems) {
        const std::array<QWidget *, 3> fields{m_accessKeyId, m_secret, m_token}; // in the order of KeyPart
        m_form->setError(fields.at(std::size_t(problem.part)), problem.text);
    }
    return problems.isEmpty();
}

QWidget *KeysFields::profileField() const
{
    return m_profile;
}

void KeysFields::showRows()
{
    const KeySource::Kind kind = source().kind;
    m_form->setRowVisible(m_profile, kind == KeySource::Kind::Profile);
    for (QWidget *field :
         {static_cast<QWidget *>(m_accessKeyId), static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_token)})
        m_form->setRowVisible(field, kind == KeySource::Kind::Kept);
    if (kind == KeySource::Kind::Profile && m_profile->currentText().isEmpty())
        m_profile->setEditText(QStringLiteral("default"));
    showProfileHint();
}

// Before anything is asked: whether the profile has keys that can be used.
void KeysFields::showProfileHint()
{
    m_form->clearError(m_profile);
    if (source().kind != KeySource::Kind::Profile)
        return;
    const QString name = source().profile;
    const auto found =
        std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                     [&name](const credentials::ProfileChoice &profile) { return profile.name == name; });
    QString hint = m_profilesProblem;
    if (hint.isEmpty() && m_profilesRead)
        hint = found == m_profiles.cend() ? tr("No profile of this name stands in ~/.aws now.") : found->problem;
    m_form->setHint(m_profile, hint);
}

} // namespace poolscope::ui
