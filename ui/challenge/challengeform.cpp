#include "ui/challenge/challengeform.h"

#include "core/clock.h"
#include "core/visibletext.h"
#include "ui/common/buttons.h"
#include "ui/common/codefield.h"
#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/monotextview.h"
#include "ui/common/passwordfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

QString minutesAndSeconds(qint64 seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QLabel *wordWrapped(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, parent);
    label->setVisible(!text.isEmpty());
    return label;
}

} // namespace

ChallengeForm::ChallengeForm(const auth::Challenge &challenge, const Clock &clock, crypto::RandomSource &random,
                             QWidget *parent)
    : QWidget(parent)
    , m_challenge(challenge)
    , m_clock(clock)
    , m_user(mutedLabel({}, this))
    , m_age(new QLabel(this))
    , m_form(new Form(this))
{
    auto *title = wordWrapped(challenge.title, this);
    title->setFont(boldFont(font()));
    title->setObjectName(QStringLiteral("challenge.title"));
    m_age->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_age);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_user->setObjectName(QStringLiteral("challenge.user"));
    m_user->hide();
    column->addLayout(head);
    column->addWidget(m_user);
    column->addWidget(wordWrapped(challenge.explanation, this));
    column->addSpacing(8);
    column->addWidget(m_form);
    buildFields(random);
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    buildButtons();
    buildParameters();
    connect(m_callout, &Callout::actionTriggered, this, &ChallengeForm::errorActionTriggered);
    connect(m_form, &Form::errorActionTriggered, this,
            [this](QWidget *, const QString &action) { emit errorActionTriggered(action); });
    connect(&m_ticker, &QTimer::timeout, this, &ChallengeForm::showAge);
    m_ticker.start(1000);
    showAge();
}

ChallengeForm::~ChallengeForm() = default;

void ChallengeForm::buildFields(crypto::RandomSource &random)
{
    const ChallengeContext context{m_form, &random, m_challenge.policy, [this] { m_submit->click(); }};
    for (const auth::ChallengeField &field : std::as_const(m_challenge.fields)) {
        if (auto input = addChallengeField(field, context))
            m_inputs.push_back(std::move(input));
    }
}

void ChallengeForm::buildButtons()
{
    m_submit = new PrimaryButton(tr("Continue"), this);
    m_submit->setObjectName(QStringLiteral("challenge.submit"));
    m_cancel = new LinkButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("challenge.cancel"));
    QList<QWidget *> buttons{m_submit};
    for (const auth::SideAction &action : std::as_const(m_challenge.sideActions)) {
        auto *button = new LinkButton(action.text, this);
        button->setObjectName(QStringLiteral("challenge.side.") + action.id);
        connect(button, &QPushButton::clicked, this, [this, id = action.id] { emit sideActionTriggered(id); });
        buttons += button;
    }
    m_form->addButtons(buttons << m_cancel);
    connect(m_submit, &QPushButton::clicked, this, [this] {
        clearErrors();
        emit answered(answers());
    });
    connect(m_cancel, &QPushButton::clicked, this, &ChallengeForm::cancelRequested);
}

void ChallengeForm::buildParameters()
{
    auto *toggle = new LinkButton(tr("&Parameters of the challenge"), this);
    toggle->setObjectName(QStringLiteral("challenge.parameters"));
    toggle->setQuiet(true);
    toggle->setCheckable(true);
    m_parameters = new MonoTextView(this);
    m_parameters->setObjectName(QStringLiteral("challenge.parametersText"));
    m_parameters->setAccessibleName(tr("Parameters of the challenge"));
    QStringList lines{QStringLiteral("ChallengeName: ") + m_challenge.name};
    for (auto parameter = m_challenge.parameters.cbegin(); parameter != m_challenge.parameters.cend(); ++parameter)
        lines.append(parameter.key() + QStringLiteral(": ") + parameter.value());
    m_parameters->setText(lines.join(u'\n'));
    m_parameters->setFixedHeight(fontMetrics().lineSpacing() * int(std::min<qsizetype>(lines.size() + 2, 12)));
    m_parameters->hide();
    connect(toggle, &QPushButton::toggled, m_parameters, &QWidget::setVisible);
    layout()->addWidget(toggle);
    layout()->addWidget(m_parameters);
}

void ChallengeForm::showAge()
{
    if (!m_challenge.hasSession || m_challenge.receivedAtMs == 0)
        return;
    const qint64 age = std::max<qint64>(0, (m_clock.nowMs() - m_challenge.receivedAtMs) / 1000);
    if (!m_challenge.sessionSeconds) {
        m_age->setText(tr("waiting for %1").arg(minutesAndSeconds(age)));
        return;
    }
    const qint64 left = *m_challenge.sessionSeconds - age;
    m_age->setText(left > 0 ? tr("ends in %1").arg(minutesAndSeconds(left)) : tr("this step has ended"));
}

QMap<QString, QString> ChallengeForm::answers() const
{
    QMap<QString, QString> result;
    for (const auto &input : m_inputs)
        result.insert(input->answers());
    return result;
}

void ChallengeForm::setUser(const QString &name)
{
    m_user->setText(tr("Signing in: %1").arg(visibleText(name)));
    m_user->setVisible(!name.isEmpty());
}

void ChallengeForm::setSecretClipboard(SecretClipboard *clipboard)
{
    const QList<PasswordField *> fields = findChildren<PasswordField *>();
    for (PasswordField *field : fields)
        field->setSecretClipboard(clipboard);
    const QList<CopyableId *> keys = findChildren<CopyableId *>(); // of authenticators
    for (CopyableId *key : keys)
        key->setSecretClipboard(clipboard);
}

void ChallengeForm::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
}

ChallengeInput *ChallengeForm::inputFor(const QString &field) const
{
    if (m_inputs.size() == 1)
        return m_inputs.front().get();
    for (const auto &input : m_inputs) {
        const QWidget *widget = input->widget();
        const bool isCode = qobject_cast<const CodeField *>(widget);
        const bool isPassword = qobject_cast<const PasswordField *>(widget);
        const bool isAttribute = widget->objectName() == QStringLiteral("challenge.userAttributes.") + field;
        if ((field == u"code" && isCode) || (field == u"password" && isPassword) || isAttribute)
            return input.get();
    }
    return nullptr;
}

// Several options of a choice may ask for the same; of theirs, only the chosen one's is shown.
QWidget *ChallengeForm::shownField(const QString &name) const
{
    const auto widgets = m_form->findChildren<QWidget *>(QStringLiteral("challenge.") + name);
    const auto shown =
        std::find_if(widgets.cbegin(), widgets.cend(), [](const QWidget *widget) { return !widget->isHidden(); });
    return shown == widgets.cend() ? nullptr : *shown;
}

bool ChallengeForm::showProblems()
{
    bool found = false;
    const QList<auth::AnswerProblem> problems = auth::answerProblems(m_challenge, answers());
    for (const auth::AnswerProblem &problem : problems) {
        QWidget *field = shownField(problem.field);
        if (!field)
            continue;
        m_form->setError(field, problem.sentence);
        found = true;
    }
    m_form->focusFirstError();
    return found;
}

void ChallengeForm::clearErrors()
{
    m_form->clearErrors();
    m_callout->clear();
}

void ChallengeForm::showError(const Callout::Content &content, const QString &field)
{
    clearErrors();
    addError(content, field);
}

void ChallengeForm::addError(const Callout::Content &content, const QString &field)
{
    if (ChallengeInput *input = inputFor(field)) {
        m_form->setError(input->widget(), content);
        input->widget()->setFocus();
    } else {
        m_callout->setContent(content);
    }
}

bool ChallengeForm::wantsCode() const
{
    return findChild<CodeField *>() != nullptr;
}

void ChallengeForm::takeCode(const QString &code)
{
    if (auto *field = findChild<CodeField *>()) {
        m_form->clearError(field);
        field->setCode(code);
        m_submit->setFocus();
    }
}

void ChallengeForm::focusFirst()
{
    if (!m_inputs.empty())
        m_inputs.front()->widget()->setFocus();
}

} // namespace poolscope::ui
