#include "ui/sandbox/invitedialog.h"

#include "auth/poolsettings.h"
#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/form.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

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
    m_form->addRow(u'&' + auth::userNameLabel(settings, false), m_name);
    if (kind == auth::UserNameKind::FreeText || kind == auth::UserNameKind::Unknown) {
        m_email = new QLineEdit(this);
        m_email->setObjectName(QStringLiteral("invite.email"));
        m_form->addRow(tr("E-&mail address"), m_email, tr("The invitation goes there."));
    }
    m_callout = new Callout(this);
    m_form->addBelow(m_callout);
    m_send = new PrimaryButton(tr("Send the invitation"), this);
    m_send->setObjectName(QStringLiteral("invite.send"));
    m_send->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_send, &QPushButton::clicked, this, &InviteDialog::send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
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

void InviteDialog::send()
{
    m_form->clearErrors();
    m_callout->clear();
    m_send->setEnabled(false);
    m_workspace.access().client().call(request(), this,
                                       [this](const Result<idp::AdminCreateUserResponse> &response) {
                                           m_send->setEnabled(true);
                                           if (!response) {
                                               showError(response.error());
                                               return;
                                           }
                                           emit invited();
                                           accept();
                                       },
                                       {.action = tr("Invite a user")});
}

void InviteDialog::showError(const Error &error)
{
    const Explained explanation = explained(error, m_workspace.facts(), {});
    if (explanation.field == u"username")
        m_form->setError(m_name, explanation.content);
    else if (explanation.field == u"email" && m_email)
        m_form->setError(m_email, explanation.content);
    else
        m_callout->setContent(explanation.content);
}

} // namespace poolscope::ui
