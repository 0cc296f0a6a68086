#include "ui/fields/passwordguide.h"

#include "auth/passwordstrength.h"
#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/fonts.h"
#include "ui/common/passwordfield.h"
#include "ui/common/requirementlist.h"

#include <QLabel>
#include <QVBoxLayout>

namespace poolscope::ui {

PasswordGuide::PasswordGuide(PasswordField *field, crypto::RandomSource &random, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_random(random)
{
    buildLayout();
    m_strengthDelay.setSingleShot(true);
    m_strengthDelay.setInterval(120);
    connect(&m_strengthDelay, &QTimer::timeout, this, &PasswordGuide::showStrength);
    connect(m_generate, &QPushButton::clicked, this, &PasswordGuide::generate);
    connect(field, &QLineEdit::textChanged, this, [this] {
        showRules();
        m_strengthDelay.start();
    });
    showRules();
}

void PasswordGuide::buildLayout()
{
    m_rules = new RequirementList(this);
    m_assumed = new QLabel(tr("The pool's own rules cannot be read; these are the service's usual ones."), this);
    m_assumed->setWordWrap(true);
    m_assumed->setForegroundRole(QPalette::PlaceholderText);
    m_strength = new QLabel(this);
    m_strength->setObjectName(QStringLiteral("passwordStrength"));
    m_generate = new LinkButton(tr("Make a password that fits"), this);
    m_generate->setObjectName(QStringLiteral("generatePassword"));
    m_generate->setQuiet(true);

    auto *foot = new QWidget(this);
    auto *line = new FlowLayout(foot);
    line->setContentsMargins({});
    line->setSpacing(12);
    line->addWidget(m_generate);
    line->addWidget(m_strength);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_rules);
    column->addWidget(m_assumed);
    column->addWidget(foot);
}

void PasswordGuide::setPolicy(const auth::PasswordPolicy &policy)
{
    m_policy = policy;
    showRules();
}

void PasswordGuide::setKnownWords(const QStringList &words)
{
    if (m_knownWords == words)
        return;
    m_knownWords = words;
    m_strengthDelay.start();
}

void PasswordGuide::generate()
{
    m_field->setText(auth::generatePassword(m_policy, m_random));
    m_field->setRevealed(true);
    m_field->setFocus();
}

bool PasswordGuide::allMet() const
{
    return auth::allMet(auth::check(m_policy, m_field->text()));
}

void PasswordGuide::showRules()
{
    QList<Requirement> requirements;
    const QList<auth::PasswordRule> rules = auth::check(m_policy, m_field->text());
    // Nothing is wrong with a password that nobody has begun to type.
    const auto unmet = m_field->text().isEmpty() ? Requirement::State::Unknown : Requirement::State::Unmet;
    for (const auth::PasswordRule &rule : rules)
        requirements.append({rule.text, rule.met ? Requirement::State::Met : unmet});
    m_rules->setRequirements(requirements);
    m_assumed->setVisible(m_policy.assumed);
}

void PasswordGuide::showStrength()
{
    const auth::PasswordStrength strength = auth::estimateStrength(m_field->text(), m_knownWords);
    m_strength->setText(strength.text.isEmpty() ? QString() : tr("Strength: %1").arg(strength.text));
}

} // namespace poolscope::ui
