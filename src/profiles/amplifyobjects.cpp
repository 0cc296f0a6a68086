#include "profiles/amplifyobjects.h"

#include "core/loopback.h"
#include "transport/endpoints.h"

#include <algorithm>
#include <initializer_list>

namespace poolscope::profiles {

namespace {

using Names = std::initializer_list<QStringView>;

// Members are compared without case and underscores: user_pool_id, userPoolId.
QString plainName(const QString &name)
{
    return QString(name).remove(u'_').toLower();
}

// The first of `names` that is a text, in their order.
QString textOf(const json::Value &object, Names names)
{
    for (const QStringView name : names) {
        for (const json::Member &member : object.members()) {
            if (plainName(member.name) == name && !member.value.toString().isEmpty())
                return member.value.toString();
        }
    }
    return {};
}

// Where Cognito's requests go. A plain "endpoint" may as well be the application's own, to which no password may go.
QUrl endpointIn(const json::Value &object, const QString &userPoolId)
{
    const auto asAddress = [](const QString &text) {
        const bool isWeb = text.startsWith(u"https://") || text.startsWith(u"http://");
        return isWeb ? QUrl(text, QUrl::StrictMode) : QUrl();
    };
    const QUrl named = asAddress(
        textOf(object, {u"userpoolendpoint", u"awsuserpoolsendpoint", u"cognitoendpoint", u"cognitouserpoolendpoint"}));
    if (!named.isEmpty())
        return named;
    const QUrl plain = asAddress(textOf(object, {u"endpoint"}));
    if (plain.isEmpty() || isLoopback(plain))
        return plain;
    const QUrl service = transport::endpointFor(u"cognito-idp", transport::regionOfPoolId(userPoolId));
    return plain.host() == service.host() ? plain : QUrl();
}

void take(const json::Value &object, QList<ImportedConnection> &found)
{
    const QString pool = textOf(object, {u"awsuserpoolsid", u"userpoolid", u"poolid"});
    if (!isUserPoolId(pool) || found.size() > mostImported)
        return;
    ImportedConnection imported;
    Connection &connection = imported.connection;
    connection.userPoolId = pool;
    connection.clientId = textOf(
        object, {u"awsuserpoolswebclientid", u"userpoolclientid", u"userpoolwebclientid", u"appclientid", u"clientid"});
    connection.endpoint = endpointIn(object, pool);
    if (!connection.endpoint.isEmpty())
        connection.kind = Connection::Kind::Endpoint;
    imported.clientSecret = textOf(object, {u"appclientsecret", u"userpoolclientsecret", u"clientsecret"});
    connection.hasClientSecret = !imported.clientSecret.isEmpty();
    if (!found.contains(imported))
        found.append(imported);
}

void search(const json::Value &value, QList<ImportedConnection> &found)
{
    if (value.isObject())
        take(value, found);
    for (const json::Member &member : value.members())
        search(member.value, found);
    for (const json::Value &element : value.elements())
        search(element, found);
}

} // namespace

QList<ImportedConnection> amplifyConnections(const json::Value &root)
{
    QList<ImportedConnection> found;
    search(root, found);
    return found;
}

// By hand: a file may hold a hundred thousand candidates.
bool isUserPoolId(const QString &text)
{
    constexpr qsizetype longest = 55;
    const qsizetype line = text.lastIndexOf(u'_');
    const auto isPlain = [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); };
    return text.size() <= longest && line > 0 && line < text.size() - 1 &&
           std::all_of(text.cbegin(), text.cbegin() + line,
                       [&](QChar c) { return isPlain(c) || c == u'-' || c == u'_'; }) &&
           std::all_of(text.cbegin() + line + 1, text.cend(), isPlain);
}

} // namespace poolscope::profiles
