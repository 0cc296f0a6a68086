#include "sandbox/dispatcher.h"

#include "core/logging.h"
#include "model/codec.h"
#include "sandbox/rules/protocolrefusals.h"
#include "sandbox/rules/signaturedate.h"
#include "sandbox/signatures.h"
#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>
#include <array>

namespace poolscope::sandbox {

namespace {

Outcome<json::Value> readBody(const QByteArray &body)
{
    const auto document = json::read(body);
    if (!document)
        return refuse(refusals::unreadable, document.error().message);
    if (!document->root.isObject())
        return refuse(refusals::noObject);
    return document->root;
}

// Header values: one line of printable ASCII.
QByteArray headerText(const QString &text)
{
    QByteArray line = text.toLatin1();
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return line.left(1024);
}

bool asksForNothing(const json::Value &value)
{
    return value.isNull() || ((value.isArray() || value.isObject()) && value.size() == 0);
}

} // namespace

httpserver::HttpResponse toHttp(const Outcome<json::Value> &outcome, const QString &requestId, const Clock &clock)
{
    httpserver::HttpResponse response;
    response.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                        {"Date", httpserver::httpDate(clock.now())},
                        {"x-amzn-RequestId", requestId.toLatin1()}};
    if (outcome) {
        response.body = json::write(*outcome);
        return response;
    }
    const ServiceError &error = outcome.error();
    json::Value body = json::Value::object();
    body.set(QStringLiteral("__type"), error.code);
    body.set(QStringLiteral("message"), error.message);
    response.status = error.httpStatus;
    response.body = json::write(body);
    response.headers << httpserver::Header("x-amzn-ErrorType", headerText(error.code) + ':')
                     << httpserver::Header("x-amzn-ErrorMessage", headerText(error.message));
    return response;
}

Dispatcher::Dispatcher(const Registry &registry, Services &services)
    : m_registry(registry)
    , m_services(services)
{
}

void Dispatcher::dispatch(const httpserver::HttpRequest &request,
                          std::function<void(httpserver::HttpResponse)> answer) const
{
    const QString requestId = crypto::uuid(m_services.random);
    const Reply reply([answer = std::move(answer), requestId, &clock = m_services.clock](
                          const Outcome<json::Value> &outcome) { answer(toHttp(outcome, requestId, clock)); });
    const auto operation = findOperation(request);
    if (!operation) {
        reply(tl::unexpected<ServiceError>(operation.error()));
        return;
    }
    auto body = readBody(request.body);
    if (!body)
        reply(std::move(body));
    else
        run(**operation, *body, requestId, reply);
}

void Dispatcher::call(QStringView name, const json::Value &request, const Reply &reply) const
{
    if (const Operation *operation = m_registry.find(name))
        run(*operation, request, crypto::uuid(m_services.random), reply);
    else
        reply(refuse(refusals::operationNotSimulated, name.toString()));
}

const model::OperationDescriptor *targetOf(const httpserver::HttpRequest &request)
{
    const model::ServiceDescriptor &service = model::cognitoIdp();
    const QString target = QString::fromLatin1(request.header("X-Amz-Target"));
    const QString prefix = QString(service.targetPrefix) + u'.';
    const QString name = target.startsWith(prefix) ? target.sliced(prefix.size()) : QString();
    return name.isEmpty() ? nullptr : model::findOperation(service, name);
}

Outcome<const Operation *> Dispatcher::findOperation(const httpserver::HttpRequest &request) const
{
    const model::OperationDescriptor *known = targetOf(request);
    if (!known) {
        const QString target = QString::fromLatin1(request.header("X-Amz-Target").left(200));
        return refuse(refusals::unknownOperation, target);
    }
    const QString name(known->name);
    const Operation *operation = m_registry.find(name);
    if (!operation)
        return refuse(refusals::operationNotSimulated, name);
    if (auto problem = signatureProblem(request, *known))
        return tl::unexpected<ServiceError>(std::move(*problem));
    return operation;
}

std::optional<ServiceError> Dispatcher::signatureProblem(const httpserver::HttpRequest &request,
                                                         const model::OperationDescriptor &operation) const
{
    const QString wanted = m_services.choices.value(choice::CheckSignatures);
    const bool isNeeded = operation.authorization == model::Authorization::SigV4;
    const bool counts = isNeeded || (!request.header("Authorization").isEmpty() &&
                                     m_services.choices.is(choice::PublicSignature, QLatin1StringView("check")));
    if (!counts || wanted == QLatin1StringView("none"))
        return std::nullopt;
    if (!isWellFormedSignature(request.header("Authorization")))
        return refusal(refusals::unsignedRequest);
    if (auto problem = dateProblem(request))
        return problem;
    return wanted == QLatin1StringView("verified") ? unverifiedSignature(request, m_services.region) : std::nullopt;
}

std::optional<ServiceError> Dispatcher::dateProblem(const httpserver::HttpRequest &request) const
{
    const QString tolerance = m_services.choices.value(choice::SignatureClock);
    if (tolerance == QLatin1StringView("any"))
        return std::nullopt;
    return signatureDateProblem(request.header("X-Amz-Date"), m_services.clock.nowMs(), m_services.realClock.nowMs(),
                                tolerance.toLongLong() * 1000);
}

std::optional<ServiceError> Dispatcher::checkMembers(const Operation &operation, const json::Value &request) const
{
    const QString name(operation.descriptor->name);
    if (m_services.choices.is(choice::UnknownMember, QLatin1StringView("refuse"))) {
        const QStringList unknown = model::unknownMembers(*operation.descriptor->input, request);
        if (!unknown.isEmpty())
            return refusal(refusals::unknownMember, name, unknown.first());
    }
    for (const json::Member &member : request.members()) {
        const bool supported = operation.support.members.contains(member.name) ||
                               operation.support.withoutEffect.contains(member.name) ||
                               std::find(withoutEffectEverywhere.begin(), withoutEffectEverywhere.end(), member.name) !=
                                   withoutEffectEverywhere.end();
        const bool known = operation.descriptor->input->find(member.name) != nullptr;
        if (known && !supported && !asksForNothing(member.value))
            return refusal(refusals::memberNotSimulated, member.name, name);
    }
    return std::nullopt;
}

Outcome<PreparedCall> Dispatcher::prepare(const Operation &operation, const json::Value &request) const
{
    auto prepared = operation.prepare(request);
    if (!prepared)
        return prepared;
    const QList<model::Violation> violations = model::violations(*operation.descriptor->input, request);
    if (!violations.isEmpty())
        return refuse(refusals::constraints, model::violationMessage(violations));
    if (auto refused = checkMembers(operation, request))
        return tl::unexpected<ServiceError>(std::move(*refused));
    return prepared;
}

void Dispatcher::run(const Operation &operation, const json::Value &request, const QString &requestId,
                     const Reply &reply) const
{
    auto prepared = prepare(operation, request);
    if (!prepared) {
        reply(tl::unexpected<ServiceError>(std::move(prepared).error()));
        return;
    }
    const Call call =
        std::make_shared<const OperationContext>(OperationContext{m_services, *operation.descriptor, requestId});
    m_services.executor.post([prepared = std::move(*prepared), call, reply] { prepared(call, reply); });
}

} // namespace poolscope::sandbox
