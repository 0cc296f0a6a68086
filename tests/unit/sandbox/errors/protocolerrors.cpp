#include "errors/errortable.h"
#include "errors/requests.h"
#include "errors/tables.h"

#include "json/writer.h"

#include <stdexcept>

// What the model itself refuses, and what the sandbox does not simulate, for every member of every operation.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString call(TestWorld &w, const model::OperationDescriptor &operation, const json::Value &request)
{
    return verdict(w.bench.callJson(QString(operation.name), request));
}

// A value of another type, and what the codec says of it.
std::pair<json::Value, QString> wrongFor(model::Kind kind)
{
    using model::Kind;
    switch (kind) {
    case Kind::Integer:
        return {json::Value(u"x"_s), u"An integer of 64 bits was expected."_s};
    case Kind::Boolean:
        return {json::Value(u"x"_s), u"True or false was expected."_s};
    case Kind::Timestamp:
        return {json::Value(u"x"_s), u"A time in seconds was expected."_s};
    case Kind::List:
        return {json::Value(u"x"_s), u"A list was expected."_s};
    case Kind::Map:
    case Kind::Struct:
        return {json::Value(u"x"_s), u"An object was expected."_s};
    case Kind::Blob:
        return {json::Value(1), u"A string in base64 was expected."_s};
    default:
        return {json::Value(1), u"A string was expected."_s};
    }
}

// A value that the model allows, so that nothing but the sandbox refuses it.
json::Value allowedFor(const model::MemberDescriptor &member)
{
    const QString name(member.name);
    if (name == u"Session"_s)
        return QString(30, u'x');
    if (name == u"DeviceKey"_s)
        return u"us-east-1_0a"_s;
    if (member.type->kind == model::Kind::Enum)
        return QString(member.type->enumeration->values.front());
    throw std::runtime_error(name.toStdString());
}

void unsupportedMembers(const Operation &operation)
{
    const QStringList accepted = acceptedWithoutEffect(operation);
    for (const model::MemberDescriptor &member : operation.descriptor->input->members) {
        const QString name(member.name);
        if (operation.support.members.contains(name) || accepted.contains(name))
            continue;
        row((QString(operation.descriptor->name) + u": not simulated: "_s + name).toUtf8(),
            [descriptor = operation.descriptor, name, value = allowedFor(member)](TestWorld &w) {
                json::Value request = smallestRequest(w, *descriptor);
                request.set(name, value);
                return call(w, *descriptor, request);
            },
            u"NotSimulatedException: The parameter %1 of %2 is not simulated by this sandbox."_s.arg(
                name, operation.descriptor->name));
    }
}

void memberErrors(const model::OperationDescriptor &operation, const model::MemberDescriptor &member)
{
    const QString name(operation.name);
    const QString memberName(member.name);
    const auto [wrong, text] = wrongFor(member.type->kind);
    row((name + u": wrong type of "_s + memberName).toUtf8(),
        [&operation, memberName, wrong = wrong](TestWorld &w) {
            json::Value request = smallestRequest(w, operation);
            request.set(memberName, wrong);
            return call(w, operation, request);
        },
        u"SerializationException: "_s + text + u" (/"_s + memberName + u')');
    if (!member.required)
        return;
    row((name + u": without "_s + memberName).toUtf8(),
        [&operation, memberName](TestWorld &w) {
            json::Value request = smallestRequest(w, operation);
            request.set(memberName, json::Value());
            return call(w, operation, request);
        },
        u"InvalidParameterException: 1 validation error detected: Value%1 at '%2' failed to satisfy constraint: Member "
        "must not be null"_s.arg(member.sensitive ? QString() : u" null"_s, member.field));
}

void unknownInsideOfStructures()
{
    const auto nested = [](const char *operation, const QByteArray &body, const char *path) {
        row(
            QByteArray(operation) + ": unknown member " + path,
            [=](TestWorld &w) {
                QByteArray filled = body;
                filled.replace("POOL", w.namesPool.toLatin1());
                return verdict(w.bench.callBytes(QString::fromLatin1(operation), filled));
            },
            u"NotSimulatedException: %1 has no member %2."_s.arg(QString::fromLatin1(operation),
                                                                 QString::fromLatin1(path)));
    };
    nested("CreateUserPool", R"({"PoolName":"p","Policies":{"PasswordPolicy":{"MinimumLength":8,"Magic":1}}})",
           "/Policies/PasswordPolicy/Magic");
    nested("UpdateUserPool", R"({"UserPoolId":"POOL","EmailConfiguration":{"Magic":"x"}})",
           "/EmailConfiguration/Magic");
    nested("AdminCreateUser", R"({"UserPoolId":"POOL","Username":"a","UserAttributes":[{"Name":"name","Magic":"x"}]})",
           "/UserAttributes/0/Magic");
}

// The same for every operation, so one stands for all. What the reader of JSON says of broken rules is not ours.
void bodyErrors()
{
    const auto body = [](const char *condition, const QByteArray &bytes, const QString &text) {
        const QString code = u"SerializationException"_s;
        row(
            QByteArray("SignUp: ") + condition,
            [bytes, text](TestWorld &w) {
                const QString got = verdict(w.bench.callBytes(u"SignUp"_s, bytes));
                return text.isEmpty() ? got.section(u':', 0, 0) : got;
            },
            text.isEmpty() ? code : code + u": "_s + text);
    };
    body("no body", {}, u"The document is empty."_s);
    body("half a body", R"({"Username":)", {});
    body("body of another kind", "Username=jane", {});
    body("list as a body", "[]", u"The request is no JSON object."_s);
    body("two bodies", "{}{}", u"Something follows the value."_s);
    body("body that is no UTF-8", "{\"Username\":\"\xff\"}", u"The document is not valid UTF-8."_s);
    body("body nested deeper than 64", R"({"Username":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}',
         u"Arrays and objects are nested too deeply."_s);
}

void targetErrors()
{
    row(
        "MakeCoffee: unknown operation", [](TestWorld &w) { return verdict(w.bench.callBytes(u"MakeCoffee"_s, "{}")); },
        u"UnknownOperationException: There is no operation with the target "
        "\"AWSCognitoIdentityProviderService.MakeCoffee\"."_s);
    row(
        "signup: name in another case", [](TestWorld &w) { return verdict(w.bench.callBytes(u"signup"_s, "{}")); },
        u"UnknownOperationException: There is no operation with the target "
        "\"AWSCognitoIdentityProviderService.signup\"."_s);
    Registry registry;
    registerOperations(registry);
    for (const model::OperationDescriptor *operation : model::cognitoIdp().operations) {
        const QString name(operation->name);
        if (registry.find(name))
            continue;
        row((name + u": not simulated"_s).toUtf8(),
            [name](TestWorld &w) { return verdict(w.bench.callBytes(name, "{}", SandboxBench::Signed::No)); },
            u"NotSimulatedException: %1 is not simulated by this sandbox."_s.arg(name));
    }
}

void unsignedErrors(const model::OperationDescriptor &operation)
{
    if (operation.authorization != model::Authorization::SigV4)
        return;
    row((QString(operation.name) + u": without a signature"_s).toUtf8(),
        [&operation](TestWorld &w) {
            const QByteArray body = json::write(smallestRequest(w, operation));
            return verdict(w.bench.callBytes(QString(operation.name), body, SandboxBench::Signed::No));
        },
        u"MissingAuthenticationTokenException: Missing Authentication Token"_s);
}

// What goes wrong inside is told without saying what it was.
void internalErrors()
{
    row(
        "SignUp: a step that fails",
        [](TestWorld &w) {
            w.bench.triggers.answer = [](const TriggerEvent &) -> TriggerOutcome {
                throw std::runtime_error("a test's failure");
            };
            return verdict(w.bench.call(signUp(w.names, w.newName())));
        },
        u"InternalErrorException: Internal server error."_s);
}

} // namespace

void protocolErrors_data()
{
    Registry registry;
    registerOperations(registry);
    for (const Operation *operation : registry.operations())
        unsupportedMembers(*operation);
    bodyErrors();
    unknownInsideOfStructures();
    targetErrors();
    internalErrors();
    for (const model::OperationDescriptor *operation : simulatedOperations()) {
        unsignedErrors(*operation);
        for (const model::MemberDescriptor &member : operation->input->members)
            memberErrors(*operation, member);
        row((QString(operation->name) + u": unknown member"_s).toUtf8(),
            [operation](TestWorld &w) {
                json::Value request = smallestRequest(w, *operation);
                request.set(u"Magic"_s, u"x"_s);
                return call(w, *operation, request);
            },
            u"NotSimulatedException: %1 has no member /Magic."_s.arg(operation->name));
    }
}

} // namespace poolscope::sandbox::test
