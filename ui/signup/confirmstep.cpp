#include "ui/signup/confirmstep.h"

#include "diagnosis/explain.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/codefield.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/form.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

const QString moveAlias = QStringLiteral("moveAlias");
constexpr auto purpose = sandbox::Message::Purpose::Confirmation;

QStringList confirmationActions()
{
    return {QStringLiteral("resendCode"), QStringLiteral("useNewestCode"), QStringLiteral("signInInstead"),
            QStringLiteral("editConnection"), QStringLiteral("retry")};
}

} // namespace

ConfirmStep::ConfirmStep(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    buildForm();
    setFixed(false);
    setResendsLeft(0);
}

void ConfirmStep::buildForm()
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_delivery = new QLabel(this);
    m_delivery->setObjectName(QStringLiteral("confirm.delivery"));
    m_delivery->setWordWrap(true);
    m_form = new Form(this);
    m_username = new QLineEdit(this);
    m_username->setObjectName(QStringLiteral("confirm.username"));
    m_code = new CodeField(this);
    m_code->setObjectName(QStringLiteral("confirm.code"));
    m_form->addRow(tr("&User"), m_username);
    m_fixedUser = buildFixedUser();
    m_form->addRow(tr("User"), m_fixedUser);
    m_form->addRow(tr("&Code"), m_code);
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    buildButtons();
    card->contentLayout()->addWidget(m_delivery);
    card->contentLayout()->addSpacing(8);
    card->contentLayout()->addWidget(m_form);

    connect(m_code, &QLineEdit::returnPressed, this, [this] { submit(false); });
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_code); });
    connect(m_username, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_username); });
    connect(m_username, &QLineEdit::textChanged, this, [this] {
        m_confirmedAlready = false; // it was said of another one
        emit usernameChanged(username());
    });
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
    connect(m_callout, &Callout::actionTriggered, this, &ConfirmStep::runAction);
}

QWidget *ConfirmStep::buildFixedUser()
{
    auto *box = new QWidget(this);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    m_fixedName = new ElidedLabel({}, Qt::ElideMiddle, box);
    m_fixedName->setObjectName(QStringLiteral("confirm.fixedUser"));
    m_change = new LinkButton(tr("Another &user"), box);
    m_change->setObjectName(QStringLiteral("confirm.changeUser"));
    row->addWidget(m_fixedName);
    row->addWidget(m_change);
    row->addStretch(1);
    box->setFocusProxy(m_change);
    connect(m_change, &QPushButton::clicked, this, [this] {
        setFixed(false);
        showDefaultText();
        m_code->clear();
        m_form->clearErrors();
        m_callout->clear();
        m_username->setFocus();
        m_username->selectAll();
    });
    return box;
}

void ConfirmStep::buildButtons()
{
    m_confirm = new PrimaryButton(tr("Confirm"), this);
    m_confirm->setObjectName(QStringLiteral("confirm.submit"));
    m_resend = new QPushButton(this);
    m_resend->setObjectName(QStringLiteral("confirm.resend"));
    m_later = new LinkButton(tr("Confirm &later"), this);
    m_later->setObjectName(QStringLiteral("confirm.later"));
    connect(m_confirm, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_resend, &QPushButton::clicked, this, &ConfirmStep::resend);
    connect(m_later, &QPushButton::clicked, this, &ConfirmStep::laterRequested);
    m_form->addButtons({m_confirm, m_resend, m_later});
}

void ConfirmStep::resend()
{
    m_sentAgain = true;
    emit resendRequested(username());
}

void ConfirmStep::begin(const QString &username, bool fixed)
{
    m_username->setText(username);
    setFixed(fixed && !username.isEmpty());
    m_code->clear();
    m_form->clearErrors();
    m_callout->clear();
    m_confirmedAlready = false;
    m_sentAgain = false;
    if (!fixed)
        showDefaultText();
    (username.isEmpty() ? m_username : m_code)->setFocus();
}

void ConfirmStep::showReason(const Error &refusal)
{
    Callout::Content content = explained(refusal, m_workspace.facts(), {}).content;
    content.tone = Tone::Caution;
    m_callout->setContent(content);
}

void ConfirmStep::setFixed(bool fixed)
{
    m_fixedName->setText(m_username->text());
    m_form->setRowVisible(m_username, !fixed);
    m_form->setRowVisible(m_fixedUser, fixed);
}

void ConfirmStep::showDefaultText()
{
    m_delivery->setText(tr("Enter the user and the code that was sent, or have a new one sent."));
}

void ConfirmStep::setDelivery(const auth::CodeDelivery &delivery)
{
    const bool again = std::exchange(m_sentAgain, false) && !delivery.noCode;
    const QString sentence = again ? tr("Once more: %1").arg(delivery.sentence()) : delivery.sentence();
    const QString text = delivery.noCode
                             ? tr("%1 An administrator has to confirm this user (AdminConfirmSignUp).").arg(sentence)
                             : tr("%1 A code is valid for 24 hours.").arg(sentence);
    m_delivery->setText(QStringList{text, delivery.caution()}.join(u' ').trimmed());
    m_form->clearErrors();
    m_callout->clear();
    m_code->clear();
    m_code->setFocus();
}

void ConfirmStep::setResendsLeft(int left)
{
    m_resendsLeft = left;
    m_resend->setText(tr("&Resend code (up to %n left this hour)", nullptr, left));
    m_resend->setToolTip(
        tr("The service sends a user at most 5 codes an hour. Counted since Poolscope was started; codes asked for "
           "before or elsewhere are not known here."));
}

void ConfirmStep::setBusy(bool busy)
{
    m_confirm->setEnabled(!busy);
    m_resend->setEnabled(!busy);
    m_change->setEnabled(!busy);
}

QString ConfirmStep::username() const
{
    return m_username->text().trimmed();
}

QString ConfirmStep::code() const
{
    return m_code->text();
}

void ConfirmStep::takeCode(const QString &user, const QString &code)
{
    if (username().isEmpty())
        m_username->setText(user);
    m_form->clearError(m_username);
    m_form->clearError(m_code);
    m_code->setCode(code);
    m_confirm->setFocus();
}

void ConfirmStep::submit(bool moveAliasToo)
{
    if (!m_confirm->isEnabled())
        return;
    m_form->clearErrors();
    m_callout->clear();
    emit submitted(username(), m_code->code(), moveAliasToo);
}

void ConfirmStep::showError(const Error &error)
{
    m_form->clearErrors();
    m_callout->clear();
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { placeError(part); });
}

void ConfirmStep::placeError(const Error &error)
{
    diagnosis::Facts facts = m_workspace.facts();
    facts.insert(m_workspace.factsOfCode(username(), m_code->code(), purpose));
    Explained explanation = explained(error, facts, confirmationActions());
    m_confirmedAlready = explanation.content.guideId.startsWith(u"already-confirmed");
    if (error.code == u"AliasExistsException")
        explanation.content.actions.append({moveAlias, tr("Move the address to this user")});
    const bool aboutUser = explanation.field == u"username" || error.code == u"UsernameMissing";
    const bool aboutCode =
        explanation.field == u"code" || explanation.field == u"email" || error.code == u"CodeMissing";
    if (aboutUser && !m_username->isHidden()) {
        m_form->setError(m_username, explanation.content);
        m_username->setFocus();
    } else if (aboutCode) {
        m_form->setError(m_code, explanation.content);
        m_code->setFocus();
        m_code->selectAll();
    } else {
        m_callout->setContent(explanation.content);
    }
}

void ConfirmStep::runAction(const QString &action)
{
    if (action == u"resendCode")
        resend();
    else if (action == u"useNewestCode")
        takeCode(username(), m_workspace.newestCode(username(), purpose));
    else if (action == u"signInInstead")
        emit signInRequested(username());
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == u"retry" || action == moveAlias)
        submit(action == moveAlias);
}

} // namespace poolscope::ui
