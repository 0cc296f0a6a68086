#include "ui/connections/connectionform.h"

#include "ui/common/fonts.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/passwordfield.h"
#include "ui/connections/keysfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace poolscope::ui {

using profiles::Connection;
using profiles::ConnectionProblem;
using profiles::Environment;

namespace {

QString regionIn(const QString &userPoolId)
{
    Connection connection;
    connection.userPoolId = userPoolId;
    return connection.effectiveRegion();
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addStretch();
    buildFields();
    connectFields();
    setConnection({});
}

void ConnectionForm::buildFields()
{
    m_kind = new QComboBox(m_form);
    m_kind->setObjectName(QStringLiteral("connectionKind"));
    m_kind->addItem(tr("User pool on AWS"), int(Connection::Kind::Aws));
    m_kind->addItem(tr("Endpoint URL"), int(Connection::Kind::Endpoint));
    m_form->addRow(tr("&Kind"), m_kind);
    m_name = addLine(QStringLiteral("connectionName"), tr("&Name"));
    m_endpoint = addLine(QStringLiteral("connectionEndpoint"), tr("&Endpoint"),
                         tr("Any server that speaks the service's protocol, such as an emulator."));
    m_endpoint->setPlaceholderText(QStringLiteral("http://localhost:9229"));
    m_poolId = addLine(QStringLiteral("connectionPoolId"), tr("User &pool ID"));
    m_poolId->setPlaceholderText(QStringLiteral("us-east-1_AbCdEf123"));
    m_region = addLine(QStringLiteral("connectionRegion"), tr("&Region"));
    m_clientId = addLine(QStringLiteral("connectionClientId"), tr("App &client ID"));
    for (QLineEdit *id : {m_poolId, m_region, m_clientId, m_endpoint})
        id->setFont(monospaceFont(font()));
    m_hasSecret = new QCheckBox(tr("The app client has a &secret"), m_form);
    m_hasSecret->setObjectName(QStringLiteral("connectionHasSecret"));
    m_form->addBelow(m_hasSecret);
    m_secret = new PasswordField(m_form);
    m_secret->setObjectName(QStringLiteral("connectionSecret"));
    m_form->addRow(tr("C&lient secret"), m_secret);
    m_keys = new KeysFields(m_form);
    m_environment = new QComboBox(m_form);
    m_environment->setObjectName(QStringLiteral("connectionEnvironment"));
    m_environment->addItem(tr("Development"), int(Environment::Development));
    m_environment->addItem(tr("Staging"), int(Environment::Staging));
    m_environment->addItem(tr("Production"), int(Environment::Production));
    m_form->addRow(tr("En&vironment"), m_environment);
    m_readOnly = new QCheckBox(tr("Read-&only: nothing is changed through this connection"), m_form);
    m_readOnly->setObjectName(QStringLiteral("connectionReadOnly"));
    m_form->addBelow(m_readOnly);
    const QString remains =
        tr("Signing in stays possible: a code that the pool sends as the second factor, and what its "
           "triggers do, cannot be held back.");
    m_readOnly->setAccessibleDescription(remains);
    m_form->addBelow(hintLabel(remains, m_form));
}

QLineEdit *ConnectionForm::addLine(const QString &name, const QString &label, const QString &hint)
{
    auto *line = new QLineEdit(m_form);
    line->setObjectName(name);
    m_form->addRow(label, line, hint);
    return line;
}

void ConnectionForm::connectFields()
{
    const QList<std::pair<QLineEdit *, ConnectionProblem::Field>> lines{
        {m_name, ConnectionProblem::Field::Name},         {m_endpoint, ConnectionProblem::Field::Endpoint},
        {m_poolId, ConnectionProblem::Field::UserPoolId}, {m_region, ConnectionProblem::Field::Region},
        {m_clientId, ConnectionProblem::Field::ClientId},
    };
    for (const auto &[line, field] : lines) {
        connect(line, &QLineEdit::textEdited, this, &ConnectionForm::edited);
        connect(line, &QLineEdit::textEdited, this, [this, line = line] { m_form->clearError(line); });
        connect(line, &QLineEdit::editingFinished, this, [this, field = field] { checkField(field); });
    }
    connect(m_poolId, &QLineEdit::textChanged, this,
            [this](const QString &pool) { m_region->setPlaceholderText(regionIn(pool.trimmed())); });
    connect(m_secret, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    connect(m_secret, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_secret); });
    connect(m_keys, &KeysFields::edited, this, &ConnectionForm::edited);
    connect(m_kind, &QComboBox::activated, this, &ConnectionForm::onKindChanged);
    connect(m_hasSecret, &QCheckBox::toggled, this, &ConnectionForm::onSecretToggled);
    for (QCheckBox *box : {m_hasSecret, m_readOnly})
        connect(box, &QCheckBox::clicked, this, &ConnectionForm::edited);
    for (QComboBox *box : {m_kind, m_environment})
        connect(box, &QComboBox::activated, this, &ConnectionForm::edited);
}

void ConnectionForm::setConnection(const Connection &connection)
{
    m_form->clearErrors();
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(connection.kind))));
    m_name->setText(connection.name);
    m_endpoint->setText(connection.endpoint.toString());
    m_poolId->setText(connection.userPoolId);
    m_region->setText(connection.region);
    m_clientId->setText(connection.clientId);
    m_hasSecret->setChecked(connection.hasClientSecret);
    m_secret->clear();
    m_secret->setPlaceholderText(connection.hasClientSecret ? tr("entered before; type to replace it") : QString());
    m_keys->setSource(connection.keys);
    m_environment->setCurrentIndex(qMax(0, m_environment->findData(int(connection.environment))));
    m_readOnly->setChecked(connection.readOnly);
    m_original = connection;
    onKindChanged();
    onSecretToggled();
    setSaved();
}

void ConnectionForm::fill(const profiles::ImportedConnection &imported)
{
    setConnection(imported.connection);
    m_original = {};
    m_secret->setText(imported.clientSecret);
    m_secret->setPlaceholderText({});
    m_keys->forgetOriginal();
}

Connection ConnectionForm::connection() const
{
    Connection made = m_original;
    made.kind = static_cast<Connection::Kind>(m_kind->currentData().toInt());
    made.name = m_name->text().trimmed();
    made.endpoint =
        made.kind == Connection::Kind::Endpoint ? QUrl(m_endpoint->text().trimmed(), QUrl::StrictMode) : QUrl();
    made.userPoolId = m_poolId->text().trimmed();
    made.region = m_region->text().trimmed();
    made.clientId = m_clientId->text().trimmed();
    made.hasClientSecret = m_hasSecret->isChecked();
    made.keys = m_keys->source();
    made.environment = static_cast<Environment>(m_environment->currentData().toInt());
    made.readOnly = m_readOnly->isChecked();
    return made;
}

QString ConnectionForm::clientSecret() const
{
    return m_hasSecret->isChecked() ? m_secret->text() : QString();
}

bool ConnectionForm::wantsNoSecret() const
{
    return !m_hasSecret->isChecked();
}

bool ConnectionForm::isModified() const
{
    return connection() != m_original || !m_secret->text().isEmpty() || m_keys->hasTyped();
}

void ConnectionForm::setSaved()
{
    m_original = connection();
    m_secret->clear();
    m_keys->clearTyped();
}

void ConnectionForm::onKindChanged()
{
    const bool endpoint = m_kind->currentData().toInt() == int(Connection::Kind::Endpoint);
    m_form->setRowVisible(m_endpoint, endpoint);
}

void ConnectionForm::onSecretToggled()
{
    m_form->clearError(m_secret);
    m_form->setRowVisible(m_secret, m_hasSecret->isChecked());
}

void ConnectionForm::checkField(ConnectionProblem::Field field)
{
    // Complains on leaving a field, never of one that is still empty: saving says what is missing.
    const auto *line = qobject_cast<QLineEdit *>(fieldOf(field));
    if (!line || line->text().isEmpty())
        return;
    // What saving found missing stays until it is there: the focus may just have been sent to it.
    const auto isFilled = [this](ConnectionProblem::Field one) {
        const auto *of = qobject_cast<QLineEdit *>(fieldOf(one));
        return of && !of->text().isEmpty();
    };
    using Field = ConnectionProblem::Field;
    for (const Field one : {Field::Name, Field::Endpoint, Field::UserPoolId, Field::Region, Field::ClientId}) {
        if (isFilled(one))
            m_form->clearError(fieldOf(one));
    }
    const QList<ConnectionProblem> all = profiles::validate(connection());
    for (const ConnectionProblem &problem : all) {
        if (isFilled(problem.field))
            showProblem(problem);
    }
}

void ConnectionForm::showProblems(const QList<ConnectionProblem> &problems)
{
    m_form->clearErrors();
    for (const ConnectionProblem &problem : problems)
        showProblem(problem);
}

void ConnectionForm::showProblem(const ConnectionProblem &problem)
{
    Callout::Content content;
    content.tone = problem.blocking ? Tone::Bad : Tone::Caution;
    content.title = problem.text;
    showProblem(problem.field, content);
}

void ConnectionForm::showProblem(ConnectionProblem::Field field, const Callout::Content &content)
{
    m_form->setError(fieldOf(field), content);
}

bool ConnectionForm::checkSecrets()
{
    const bool hasKeys = m_keys->check();
    if (!m_hasSecret->isChecked() || m_original.hasClientSecret || !m_secret->text().isEmpty())
        return hasKeys;
    m_form->setError(m_secret, tr("Enter the client secret, or say above that the app client has none."));
    return false;
}

void ConnectionForm::focusFirstField()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ConnectionForm::focusFirstProblem()
{
    m_form->focusFirstError();
}

QWidget *ConnectionForm::fieldOf(ConnectionProblem::Field field) const
{
    switch (field) {
    case ConnectionProblem::Field::Name:
        return m_name;
    case ConnectionProblem::Field::Region:
        return m_region;
    case ConnectionProblem::Field::UserPoolId:
        return m_poolId;
    case ConnectionProblem::Field::ClientId:
        return m_clientId;
    case ConnectionProblem::Field::Endpoint:
        return m_endpoint;
    case ConnectionProblem::Field::KeyProfile:
        return m_keys->profileField();
    }
    return m_name;
}

} // namespace poolscope::ui
