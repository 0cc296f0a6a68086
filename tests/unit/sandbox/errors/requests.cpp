#include "errors/requests.h"

#include "json/reader.h"

#include <stdexcept>

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

json::Value parsed(const char *text)
{
    return json::read(QByteArray(text))->root;
}

const QMap<QString, json::Value> &values()
{
    static const QMap<QString, json::Value> map{
        {u"AccessToken"_s, u"abc"_s},
        {u"AttributeName"_s, u"email"_s},
        {u"AuthFlow"_s, u"USER_SRP_AUTH"_s},
        {u"AuthParameters"_s, parsed(R"({"USERNAME":"ghost","SRP_A":"2"})")},
        {u"ChallengeName"_s, u"NEW_PASSWORD_REQUIRED"_s},
        {u"ChallengeResponses"_s, parsed(R"({"USERNAME":"ghost","NEW_PASSWORD":"Passw0rd!"})")},
        {u"ClientName"_s, u"app"_s},
        {u"ClientSecretId"_s, u"1"_s},
        {u"Code"_s, u"123456"_s},
        {u"ConfirmationCode"_s, u"123456"_s},
        {u"CustomAttributes"_s, parsed(R"([{"Name":"x"}])")},
        {u"GroupName"_s, u"ghosts"_s},
        {u"MaxResults"_s, 10},
        {u"Password"_s, goodPassword},
        {u"PoolName"_s, u"pool"_s},
        {u"ProposedPassword"_s, otherPassword},
        {u"RefreshToken"_s, u"a.b.c.d.e"_s},
        {u"TagKeys"_s, parsed(R"(["a"])")},
        {u"Tags"_s, parsed(R"({"a":"b"})")},
        {u"Token"_s, u"a.b.c.d.e"_s},
        {u"UserAttributeNames"_s, parsed(R"(["name"])")},
        {u"UserAttributes"_s, parsed(R"([{"Name":"name","Value":"J"}])")},
        {u"Username"_s, u"ghost"_s},
    };
    return map;
}

json::Value valueOf(const TestWorld &w, const QString &member)
{
    if (member == u"UserPoolId"_s)
        return w.namesPool;
    if (member == u"ClientId"_s)
        return w.names;
    if (member == u"ResourceArn"_s)
        return u"arn:aws:cognito-idp:us-east-1:123456789012:userpool/"_s + w.namesPool;
    if (!values().contains(member))
        throw std::runtime_error(member.toStdString());
    return values().value(member);
}

} // namespace

QList<const model::OperationDescriptor *> simulatedOperations()
{
    Registry registry;
    registerOperations(registry);
    QList<const model::OperationDescriptor *> all;
    for (const Operation *operation : registry.operations())
        all << operation->descriptor;
    return all;
}

json::Value smallestRequest(const TestWorld &w, const model::OperationDescriptor &operation)
{
    json::Value request = json::Value::object();
    for (const model::MemberDescriptor &member : operation.input->members) {
        const QString name(member.name);
        const bool map = name == u"AuthParameters"_s || name == u"ChallengeResponses"_s;
        if (member.required || map)
            request.set(name, valueOf(w, name));
    }
    return request;
}

} // namespace poolscope::sandbox::test
