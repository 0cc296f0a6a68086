#include "ui/sandbox/invitedialog.h"

#include "auth/poolsettings.h"
#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "diagnosis/explain.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/form.h"
#include "ui/fields/fieldlabel.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

idp::AttributeType attribute(const QString &name, const QString &value)
{
    return idp::AttributeType{.name = name, .value = value};
}

} // namespace

InviteDialog::InviteDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("inviteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Invite a user"));
    setMinimumWidth(480);
    buildForm();
}

void InviteDialog::buildForm()
{
    const auth::PoolSettings &settings = m_workspace.access().settings();
    const auth::UserNameKind kind = auth::userNameKind(settings);
    m_form = new Form(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("invite.username"));
    const QString label = auth::userNameLabel(settings, false);
    m_form->addRow(labelWithKey(label, u'U'), m_name);
    m_name->setAccessibleName(label);
    if (kind == auth::UserNameKind::FreeText || kind == auth::UserNameKind::Unknown) {
        m_email = new QLineEdit(this);
        m_email->setObjectName(QStringLiteral("invite.email"));
        m_form->addRow(tr("E-&mail address"), m_email, tr("The invitation goes there."));
    }
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(m_form);
    column->addLayout(buildButtons());
    for (QLineEdit *edit : {m_name, m_email}) {
        if (edit)
            connect(edit, &QLineEdit::textEdited, this, [this, edit] { m_form->clearError(edit); });
    }
    connect(m_form, &Form::errorActionTriggered, this, [this](QWidget *, const QString &action) { runAction(action); });
    connect(m_callout, &Callout::actionTriggered, this, &InviteDialog::runAction);
    connect(this, &QDialog::rejected, this, [this] {
        if (m_sending)
            emit usersChanged();
    });
}

void InviteDialog::fill(const QString &name, const QString &email)
{
    m_name->setText(name);
    if (m_email)
        m_email->setText(email);
}

QHBoxLayout *InviteDialog::buildButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("invite.cancel"));
    cancel->setAutoDefault(false);
    m_send = new PrimaryButton({}, this);
    m_send->setObjectName(QStringLiteral("invite.send"));
    m_send->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    connect(m_send, &QPushButton::clicked, this, &InviteDialog::send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSending(false);
    return buttons;
}

idp::AdminCreateUserRequest InviteDialog::request() const
{
    const QString name = m_name->text().trimmed();
    const bool byPhone = !m_email && name.startsWith(u'+');
    const QString address = m_email ? m_email->text().trimmed() : name;
    idp::AdminCreateUserRequest request{.userPoolId = m_workspace.access().userPoolId(), .username = name};
    const QString kind = byPhone ? QStringLiteral("phone_number") : QStringLiteral("email");
    if (!address.isEmpty())
        request.userAttributes = QList<idp::AttributeType>{
            attribute(kind, address), attribute(kind + QStringLiteral("_verified"), QStringLiteral("true"))};
    request.desiredDeliveryMediums = QStringList{byPhone ? QStringLiteral("SMS") : QStringLiteral("EMAIL")};
    return request;
}

void InviteDialog::setSending(bool sending)
{
    m_sending = sending;
    m_send->setEnabled(!sending);
    m_send->setText(sending ? tr("Sending…") : tr("Send the invitation"));
}

void InviteDialog::send()
{
    if (m_sending)
        return;
    m_form->clearErrors();
    m_callout->clear();
    setSending(true);
    m_workspace.access().client().call(request(), this,
                                       [this](const Result<idp::AdminCreateUserResponse> &response) {
                                           setSending(false);
                                           if (!response) {
                                               showError(response.error());
                                               return;
                                           }
                                           emit usersChanged();
                                           accept();
                                       },
                                       {.action = tr("Invite a user")});
}

void InviteDialog::showError(const Error &error)
{
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { placeError(part); });
}

void InviteDialog::placeError(const Error &error)
{
    const Explained explanation = explained(error, m_workspace.facts(), {QStringLiteral("retry")});
    const bool isAddress =
        explanation.field == u"email" || explanation.field == u"phone_number" || explanation.field == u"attributes";
    QLineEdit *field = nullptr;
    if (explanation.field == u"username" || (isAddress && !m_email))
        field = m_name;
    else if (isAddress)
        field = m_email;
    if (!field) {
        m_callout->setContent(explanation.content);
        return;
    }
    m_form->setError(field, explanation.content);
    field->setFocus();
}

void InviteDialog::runAction(const QString &action)
{
    if (action == u"retry")
        send();
}

} // namespace poolscope::ui
