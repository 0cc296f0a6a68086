#include "person.h"

#include "json/reader.h"

namespace poolscope::load {

using namespace Qt::StringLiterals;

namespace {

const QString firstPassword = u"Passw0rd!"_s;
constexpr int mostPasswordChanges = 3; // more in so short a time are refused

QString attributeOf(const json::Value &attributes, QStringView name)
{
    for (const json::Value &one : attributes.elements()) {
        if (one.value(u"Name").toString() == name)
            return one.value(u"Value").toString();
    }
    return {};
}

QString subOfToken(const QString &token)
{
    const QByteArray claims =
        QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding);
    const auto document = json::read(claims);
    return document ? document->root.value(u"sub").toString() : QString();
}

} // namespace

json::Value Person::asAdmin(const Pool &pool) const
{
    return object({{u"UserPoolId"_s, pool.poolId}, {u"Username"_s, m_name}});
}

json::Value Person::asUser(const Pool &pool, const QString &password) const
{
    return object({{u"ClientId"_s, pool.clientId}, {u"Username"_s, m_name}, {u"Password"_s, password}});
}

json::Value Person::credentials(const Pool &pool, const QString &password) const
{
    return object({{u"ClientId"_s, pool.clientId},
                   {u"AuthFlow"_s, u"USER_PASSWORD_AUTH"_s},
                   {u"AuthParameters"_s, object({{u"USERNAME"_s, m_name}, {u"PASSWORD"_s, password}})}});
}

QString Person::change(Client &client, const QByteArray &operation, const json::Value &request, const State &after)
{
    m_needsCheck = true;
    m_possible = after;
    const Answer answer = client.call(operation, request);
    if (answer.isCut())
        return {};
    m_possible.reset();
    if (answer.status != 200)
        return m_name + u' ' + QString::fromLatin1(operation) + u" was refused: "_s + answer.error();
    m_known = after;
    m_wasThere = m_wasThere || after.exists;
    return {};
}

QString Person::expect(Client &client, const QByteArray &operation, const json::Value &request,
                       const QString &code) const
{
    const Answer answer = client.call(operation, request);
    if (answer.isCut() || answer.error().startsWith(code + u':'))
        return {};
    return m_name + u' ' + QString::fromLatin1(operation) + u" was not answered by "_s + code + u", but by "_s +
           (answer.status == 200 ? u"success"_s : answer.error());
}

QString Person::step(const Pool &pool, Client &client, Dice &dice)
{
    const int roll = static_cast<int>(dice() % 100);
    if (isGone())
        return expect(client, "AdminGetUser", asAdmin(pool), u"UserNotFoundException"_s);
    if (!m_known.exists)
        return signUp(pool, client);
    return m_known.confirmed ? whenConfirmed(pool, client, roll) : beforeConfirmation(pool, client, roll);
}

QString Person::signUp(const Pool &pool, Client &client)
{
    json::Value request = asUser(pool, firstPassword);
    request.set(u"UserAttributes"_s, json::Value(QList<json::Value>{attribute(u"nickname"_s, u"first"_s)}));
    return change(client, "SignUp", request, {.exists = true, .nickname = u"first"_s, .password = firstPassword});
}

QString Person::beforeConfirmation(const Pool &pool, Client &client, int roll)
{
    if (roll < 15)
        return expect(client, "InitiateAuth", credentials(pool, m_known.password), u"UserNotConfirmedException"_s);
    if (roll < 30)
        return expect(client, "SignUp", asUser(pool, firstPassword), u"UsernameExistsException"_s);
    State after = m_known;
    after.confirmed = true;
    return change(client, "AdminConfirmSignUp", asAdmin(pool), after);
}

QString Person::whenConfirmed(const Pool &pool, Client &client, int roll)
{
    if (m_token.isEmpty() || roll < 15)
        return signIn(pool, client);
    if (roll < 55)
        return look(client);
    if (roll < 80)
        return rename(client, roll);
    if (roll < 90 && m_passwordChanges < mostPasswordChanges) {
        ++m_passwordChanges;
        return changePassword(client, roll);
    }
    if (roll < 96 && !m_triedWrong) {
        m_triedWrong = true; // a second time would count towards the lock-out
        return expect(client, "InitiateAuth", credentials(pool, u"Wrong-1-password"_s), u"NotAuthorizedException"_s);
    }
    return change(client, "AdminDeleteUser", asAdmin(pool), {});
}

QString Person::signIn(const Pool &pool, Client &client)
{
    const Answer answer = client.call("InitiateAuth", credentials(pool, m_known.password));
    if (answer.isCut())
        return {};
    if (answer.status != 200)
        return m_name + u" cannot sign in: "_s + answer.error();
    m_token = answer.json.value(u"AuthenticationResult").value(u"AccessToken").toString();
    const QString sub = subOfToken(m_token);
    if (sub.isEmpty() || (!m_sub.isEmpty() && m_sub != sub))
        return m_name + u" got a token of "_s + sub + u" instead of "_s + m_sub;
    m_sub = sub;
    return {};
}

QString Person::look(Client &client) const
{
    const Answer answer = client.call("GetUser", object({{u"AccessToken"_s, m_token}}));
    if (answer.isCut())
        return {};
    if (answer.status != 200)
        return m_name + u" is not told who they are: "_s + answer.error();
    const json::Value attributes = answer.json.value(u"UserAttributes");
    if (attributeOf(attributes, u"sub") != m_sub || attributeOf(attributes, u"email") != m_name ||
        attributeOf(attributes, u"nickname") != m_known.nickname) {
        return m_name + u" is told to be someone else, or what they were before"_s;
    }
    return {};
}

QString Person::rename(Client &client, int roll)
{
    State after = m_known;
    after.nickname = u"%1 and %2"_s.arg(m_known.nickname.right(20)).arg(roll);
    const json::Value request =
        object({{u"AccessToken"_s, m_token},
                {u"UserAttributes"_s, json::Value(QList<json::Value>{attribute(u"nickname"_s, after.nickname)})}});
    return change(client, "UpdateUserAttributes", request, after);
}

QString Person::changePassword(Client &client, int roll)
{
    State after = m_known;
    after.password = u"Passw0rd!%1%2"_s.arg(m_known.password.sliced(9).right(4)).arg(roll);
    const json::Value request = object({{u"AccessToken"_s, m_token},
                                        {u"PreviousPassword"_s, m_known.password},
                                        {u"ProposedPassword"_s, after.password}});
    return change(client, "ChangePassword", request, after);
}

bool Person::matches(const State &state, const Answer &found, const Pool &pool, Client &client) const
{
    if (!state.exists)
        return found.error().startsWith(u"UserNotFoundException:"_s);
    const QString status = state.confirmed ? u"CONFIRMED"_s : u"UNCONFIRMED"_s;
    if (found.status != 200 || found.json.value(u"UserStatus").toString() != status ||
        attributeOf(found.json.value(u"UserAttributes"), u"nickname") != state.nickname) {
        return false;
    }
    return !state.confirmed || client.call("InitiateAuth", credentials(pool, state.password)).status == 200;
}

QString Person::check(const Pool &pool, Client &client)
{
    m_needsCheck = false;
    const Answer found = client.call("AdminGetUser", asAdmin(pool));
    if (m_possible && matches(*m_possible, found, pool, client)) {
        m_known = *m_possible;
        m_wasThere = m_wasThere || m_known.exists;
    } else if (!matches(m_known, found, pool, client)) {
        return m_name + u" is not as it was acknowledged: "_s +
               (found.status == 200 ? found.json.value(u"UserStatus").toString() : found.error());
    }
    m_possible.reset();
    const bool hasToken = m_known.exists && !m_token.isEmpty();
    return hasToken ? look(client) : QString();
}

} // namespace poolscope::load
