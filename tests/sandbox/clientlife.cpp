#include "clientlife.h"

#include "model/cognitoidp.h"
#include "json/writer.h"

namespace poolscope::test {

using namespace Qt::StringLiterals;

namespace {

const QString firstPassword = u"Passw0rd!"_s;
const QString secondPassword = u"An0ther-one"_s;

// Tokens, ids, sessions and dates differ from life to life.
json::Value withoutChance(const json::Value &value, const QString &name)
{
    if (value.isObject()) {
        json::Value kept = json::Value::object();
        for (const json::Member &member : value.members()) {
            if (!member.name.endsWith(u"Date"_s))
                kept.set(member.name, withoutChance(member.value, name));
        }
        return kept;
    }
    if (value.isArray()) {
        json::Value kept = json::Value::array();
        for (const json::Value &element : value.elements())
            kept.append(withoutChance(element, name));
        return kept;
    }
    if (!value.isString())
        return value;
    const QString text = value.toString();
    return text.size() > 30 ? u"by chance"_s : QString(text).replace(name, u"%1"_s);
}

class Life final
{
public:
    Life(const SharedPool &pool, const QString &name)
        : m_pool(pool)
        , m_name(name)
        , m_caller(pool.endpoint)
    {
    }

    QStringList run()
    {
        begin();
        signIn();
        change();
        end();
        return m_answers;
    }

private:
    template<class Request>
    json::Value note(const Request &request)
    {
        const Answer answer = call(m_caller, request);
        m_answers << QString(Request::operation().name) + u' ' + QString::number(answer.status) + u' ' +
                         QString::fromUtf8(json::write(withoutChance(answer.json, m_name)));
        return answer.json.value(u"AuthenticationResult");
    }

    idp::ConfirmSignUpRequest confirm(const QString &code) const
    {
        return {.clientId = m_pool.clientId, .username = m_name, .confirmationCode = code};
    }
    idp::InitiateAuthRequest byPassword(const QString &password) const
    {
        return {.authFlow = u"USER_PASSWORD_AUTH"_s,
                .authParameters = QMap<QString, QString>{{u"USERNAME"_s, m_name}, {u"PASSWORD"_s, password}},
                .clientId = m_pool.clientId};
    }

    void begin()
    {
        const idp::SignUpRequest signUp{.clientId = m_pool.clientId, .username = m_name, .password = firstPassword};
        note(signUp);
        note(signUp);
        note(byPassword(firstPassword));
        const QString code = codeFor(m_caller, m_name);
        note(confirm(code == u"000000"_s ? u"000001"_s : u"000000"_s));
        note(confirm(code));
        note(confirm(code));
    }

    void signIn()
    {
        note(byPassword(secondPassword));
        const json::Value tokens = note(byPassword(firstPassword));
        m_accessToken = tokens.value(u"AccessToken").toString();
        note(idp::InitiateAuthRequest{
            .authFlow = u"REFRESH_TOKEN_AUTH"_s,
            .authParameters = QMap<QString, QString>{{u"REFRESH_TOKEN"_s, tokens.value(u"RefreshToken").toString()}},
            .clientId = m_pool.clientId});
        note(idp::GetUserRequest{.accessToken = m_accessToken});
    }

    void change()
    {
        const QList<idp::AttributeType> named{{.name = u"name"_s, .value = m_name}};
        note(idp::UpdateUserAttributesRequest{.userAttributes = named, .accessToken = m_accessToken});
        note(idp::AdminAddUserToGroupRequest{
            .userPoolId = m_pool.poolId, .username = m_name, .groupName = u"everybody"_s});
        note(idp::AdminListGroupsForUserRequest{.username = m_name, .userPoolId = m_pool.poolId});
        note(idp::ChangePasswordRequest{
            .previousPassword = firstPassword, .proposedPassword = secondPassword, .accessToken = m_accessToken});
        note(byPassword(firstPassword));
        note(byPassword(secondPassword));
        note(idp::ForgotPasswordRequest{.clientId = m_pool.clientId, .username = m_name});
        note(idp::ConfirmForgotPasswordRequest{.clientId = m_pool.clientId,
                                               .username = m_name,
                                               .confirmationCode = codeFor(m_caller, m_name),
                                               .password = firstPassword});
        note(idp::AdminGetUserRequest{.userPoolId = m_pool.poolId, .username = m_name});
        note(idp::ListUsersRequest{.userPoolId = m_pool.poolId, .filter = u"email = \""_s + m_name + u'"'});
    }

    void end()
    {
        const idp::GetUserRequest getUser{.accessToken = m_accessToken};
        note(idp::GlobalSignOutRequest{.accessToken = m_accessToken});
        note(getUser);
        note(idp::AdminDeleteUserRequest{.userPoolId = m_pool.poolId, .username = m_name});
        note(getUser);
        note(byPassword(firstPassword));
    }

    SharedPool m_pool;
    QString m_name;
    HttpCaller m_caller;
    QString m_accessToken;
    QStringList m_answers;
};

} // namespace

QString verdictOf(const Answer &answer)
{
    return answer.status == 200 ? u"200"_s : answer.errorCode() + u": "_s + answer.errorMessage();
}

QString codeFor(HttpCaller &caller, const QString &address)
{
    const Answer messages =
        caller.get(u"/_poolscope/messages?limit=1&to="_s + QString::fromLatin1(QUrl::toPercentEncoding(address)));
    const QList<json::Value> list = messages.json.elements();
    return list.isEmpty() ? QString() : list.first().value(u"code").toString();
}

QStringList liveOn(const SharedPool &pool, const QString &name)
{
    return Life(pool, name).run();
}

} // namespace poolscope::test
