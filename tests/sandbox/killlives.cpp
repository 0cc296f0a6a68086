#include "killlives.h"

using poolscope::json::Value;
using namespace Qt::StringLiterals;

namespace poolscope::test {

namespace {

using Kind = KillLife::Kind;

const QString firstPassword = u"Passw0rd!"_s;
const QString secondPassword = u"An0ther-one!"_s;
const QString changedSubject = u"Changed"_s;

Value attributeNamed(const QString &name, const QString &value)
{
    return object({{u"Name"_s, name}, {u"Value"_s, value}});
}

Value list(std::initializer_list<Value> elements)
{
    Value value = Value::array();
    for (const Value &element : elements)
        value.append(element);
    return value;
}

Value signInWith(const KillPool &pool, const QString &name, const QString &password)
{
    return object({{u"AuthFlow"_s, u"USER_PASSWORD_AUTH"_s},
                   {u"ClientId"_s, pool.clientId},
                   {u"AuthParameters"_s, object({{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}})}});
}

Value refreshWith(const KillPool &pool, const QString &token)
{
    return object({{u"AuthFlow"_s, u"REFRESH_TOKEN_AUTH"_s},
                   {u"ClientId"_s, pool.clientId},
                   {u"AuthParameters"_s, object({{u"REFRESH_TOKEN"_s, token}})}});
}

Value asUser(const KillLife &life, const KillPool &pool)
{
    return object({{u"ClientId"_s, pool.clientId}, {u"Username"_s, life.name}});
}

Value asAdmin(const KillLife &life, const KillPool &pool)
{
    return object({{u"UserPoolId"_s, pool.poolId}, {u"Username"_s, life.name}});
}

Value userBody(const QByteArray &operation, const KillLife &life, const KillPool &pool)
{
    Value body = asUser(life, pool);
    if (operation == "SignUp" || operation == "ConfirmForgotPassword")
        body.set(u"Password"_s, operation == "SignUp" ? firstPassword : secondPassword);
    if (operation.startsWith("Confirm"))
        body.set(u"ConfirmationCode"_s, life.code);
    return body;
}

Value adminBody(const QByteArray &operation, const KillLife &life, const KillPool &pool)
{
    Value body = asAdmin(life, pool);
    if (operation == "AdminCreateUser") {
        body.set(u"MessageAction"_s, u"SUPPRESS"_s);
        body.set(u"UserAttributes"_s,
                 list({attributeNamed(u"email"_s, life.name), attributeNamed(u"email_verified"_s, u"true"_s)}));
    } else if (operation == "AdminSetUserPassword") {
        body.set(u"Password"_s, firstPassword);
        body.set(u"Permanent"_s, Value(true));
    }
    return body;
}

Value poolBody(const QByteArray &operation, const KillLife &life)
{
    if (operation == "CreateUserPool")
        return object({{u"PoolName"_s, life.name}});
    Value body = object({{u"UserPoolId"_s, life.poolId}});
    if (operation == "CreateUserPoolClient")
        body.set(u"ClientName"_s, life.name);
    else if (operation == "UpdateUserPool")
        body.set(u"EmailVerificationSubject"_s, changedSubject);
    return body;
}

Value bodyOf(const QByteArray &operation, const KillLife &life, const KillPool &pool)
{
    if (operation.contains("UserPool"))
        return poolBody(operation, life);
    if (operation == "GlobalSignOut")
        return object({{u"AccessToken"_s, life.accessToken}});
    if (operation == "InitiateAuth")
        return signInWith(pool, life.name, firstPassword);
    if (operation == "RevokeToken")
        return object({{u"ClientId"_s, pool.clientId}, {u"Token"_s, life.refreshToken}});
    return operation.startsWith("Admin") ? adminBody(operation, life, pool) : userBody(operation, life, pool);
}

bool needsCredentials(const QByteArray &operation)
{
    return operation.startsWith("Admin") || operation.contains("UserPool");
}

bool signsIn(const KillLife &life, const KillPool &pool, const QString &password, HttpCaller &caller)
{
    return caller.call("InitiateAuth", signInWith(pool, life.name, password)).status == 200;
}

QString deletedPoolLoss(const KillLife &life, HttpCaller &caller)
{
    const qsizetype last = stepsOf(life.kind).size();
    const Answer pool = caller.call("DescribeUserPool", object({{u"UserPoolId"_s, life.poolId}}), true);
    if (life.done == last)
        return pool.errorCode() == u"ResourceNotFoundException" ? QString() : u"the pool's deletion"_s;
    if (life.done == last - 1 && pool.errorCode() == u"ResourceNotFoundException")
        return {};
    if (pool.status != 200)
        return u"the pool"_s;
    const QString subject = pool.json.value(u"UserPool").value(u"EmailVerificationSubject").toString();
    return life.done < 2 || subject == changedSubject ? QString() : u"the pool's change"_s;
}

QString poolLoss(const KillLife &life, HttpCaller &caller)
{
    const Value pool = object({{u"UserPoolId"_s, life.poolId}});
    if (life.done > 0 && caller.call("DescribeUserPool", pool, true).status != 200)
        return u"the pool"_s;
    const Value client = object({{u"UserPoolId"_s, life.poolId}, {u"ClientId"_s, life.clientId}});
    if (life.done > 1 && caller.call("DescribeUserPoolClient", client, true).status != 200)
        return u"the app client"_s;
    return {};
}

// By the status before and after the step that changes it: while that is under way either may be found.
QString statusLoss(const KillLife &life, const QString &found)
{
    const bool bySelf = stepsOf(life.kind).first() == "SignUp";
    const QString before = bySelf ? u"UNCONFIRMED"_s : u"FORCE_CHANGE_PASSWORD"_s;
    const qsizetype change = bySelf ? stepsOf(life.kind).indexOf("ConfirmSignUp") : 1;
    const bool mayBeBefore = change < 0 || life.done <= change;
    const bool mayBeAfter = change >= 0 && life.done >= change;
    const bool fine = (mayBeBefore && found == before) || (mayBeAfter && found == u"CONFIRMED");
    return fine ? QString() : u"the status; it is "_s + found;
}

// Of the tokens that were given and taken back.
QString signInLoss(const KillLife &life, const KillPool &pool, HttpCaller &caller)
{
    const qsizetype last = stepsOf(life.kind).size();
    if (life.done < last - 1)
        return {};
    const int refreshed = caller.call("InitiateAuth", refreshWith(pool, life.refreshToken)).status;
    const int used = caller.call("GetUser", object({{u"AccessToken"_s, life.accessToken}})).status;
    if (life.done < last) // both hold, or both are taken back already
        return refreshed == used && (used == 200 || used == 400) ? QString() : u"half of the sign-in"_s;
    if (refreshed != 400)
        return u"the refresh token's end"_s;
    return used == 400 ? QString() : u"the access token's end"_s;
}

QString passwordLoss(const KillLife &life, const KillPool &pool, HttpCaller &caller)
{
    const qsizetype last = stepsOf(life.kind).size();
    if (life.kind == Kind::Reset && life.done == last)
        return signsIn(life, pool, secondPassword, caller) ? QString() : u"the new password"_s;
    const bool changing = life.kind == Kind::Reset && life.done == last - 1;
    if (life.done >= 2 && !changing && !signsIn(life, pool, firstPassword, caller))
        return u"the password"_s;
    if (stepsOf(life.kind).contains("InitiateAuth"))
        return signInLoss(life, pool, caller);
    return {};
}

} // namespace

QList<QByteArray> stepsOf(Kind kind)
{
    switch (kind) {
    case Kind::Registered:
        return {"SignUp"};
    case Kind::Confirmed:
        return {"SignUp", "", "ConfirmSignUp"};
    case Kind::Chosen:
        return {"AdminCreateUser", "AdminSetUserPassword"};
    case Kind::Reset:
        return {"AdminCreateUser", "AdminSetUserPassword", "ForgotPassword", "", "ConfirmForgotPassword"};
    case Kind::Revoked:
        return {"AdminCreateUser", "AdminSetUserPassword", "InitiateAuth", "RevokeToken"};
    case Kind::SignedOut:
        return {"AdminCreateUser", "AdminSetUserPassword", "InitiateAuth", "GlobalSignOut"};
    case Kind::Deleted:
        return {"SignUp", "AdminDeleteUser"};
    case Kind::Pool:
        return {"CreateUserPool", "CreateUserPoolClient"};
    case Kind::DeletedPool:
        return {"CreateUserPool", "UpdateUserPool", "DeleteUserPool"};
    }
    return {};
}

QNetworkReply *sendNext(const KillLife &life, const KillPool &pool, HttpCaller &caller)
{
    const QList<QByteArray> steps = stepsOf(life.kind);
    if (life.done >= steps.size())
        return nullptr;
    const QByteArray &operation = steps[life.done];
    if (operation.isEmpty())
        return caller.sendGet(u"/_poolscope/messages?to="_s + life.name);
    return caller.send(operation, bodyOf(operation, life, pool), needsCredentials(operation));
}

bool takeAnswer(KillLife &life, const Answer &answer)
{
    if (answer.status != 200)
        return false;
    if (stepsOf(life.kind).at(life.done).isEmpty() && answer.json.size() > 0)
        life.code = answer.json.elements().first().value(u"code").toString();
    const Value &result = answer.json.value(u"AuthenticationResult");
    if (!result.isNull()) {
        life.accessToken = result.value(u"AccessToken").toString();
        life.refreshToken = result.value(u"RefreshToken").toString();
    }
    if (!answer.json.value(u"UserPool").isNull())
        life.poolId = answer.json.value(u"UserPool").value(u"Id").toString();
    if (!answer.json.value(u"UserPoolClient").isNull())
        life.clientId = answer.json.value(u"UserPoolClient").value(u"ClientId").toString();
    ++life.done;
    return true;
}

QString lossOf(const KillLife &life, const KillPool &pool, HttpCaller &caller)
{
    if (life.done == 0)
        return {};
    if (life.kind == Kind::Pool)
        return poolLoss(life, caller);
    if (life.kind == Kind::DeletedPool)
        return deletedPoolLoss(life, caller);
    const Answer user = caller.call("AdminGetUser", asAdmin(life, pool), true);
    const bool isDeleted = user.errorCode() == u"UserNotFoundException";
    if (life.kind == Kind::Deleted && life.done == 2)
        return isDeleted ? QString() : u"the user's deletion"_s;
    if (life.kind == Kind::Deleted && isDeleted)
        return {};
    if (user.status != 200)
        return u"the user: "_s + QString::fromUtf8(user.body);
    if (const QString loss = statusLoss(life, user.json.value(u"UserStatus").toString()); !loss.isEmpty())
        return loss;
    if (stepsOf(life.kind).first() != "SignUp")
        return passwordLoss(life, pool, caller);
    const Answer mail = caller.get(u"/_poolscope/messages?to="_s + life.name);
    return mail.json.size() == 1 ? QString() : u"the mail with the code"_s;
}

} // namespace poolscope::test
