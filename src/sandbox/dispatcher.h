#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/operation.h"

namespace poolscope::sandbox {

// awsJson1.1 over HTTP: from a request to the operation, and from its outcome to the response. Checks in this order:
// target, signature, JSON, types, the model's constraints, unknown and unsupported members. On the
// executor's service thread, where the operations run too, as long as the choices may change.
class Dispatcher final
{
public:
    Dispatcher(const Registry &registry, Services &services);

    void dispatch(const httpserver::HttpRequest &request, std::function<void(httpserver::HttpResponse)> answer) const;

    // The same checks, without HTTP and signature: how the sandbox calls itself.
    void call(QStringView operation, const json::Value &request, const Reply &reply) const;

private:
    Outcome<const Operation *> findOperation(const httpserver::HttpRequest &request) const;
    std::optional<ServiceError> signatureProblem(const httpserver::HttpRequest &request,
                                                 const model::OperationDescriptor &operation) const;
    std::optional<ServiceError> dateProblem(const httpserver::HttpRequest &request) const;
    Outcome<PreparedCall> prepare(const Operation &operation, const json::Value &request) const;
    void run(const Operation &operation, const json::Value &request, const QString &requestId,
             const Reply &reply) const;
    std::optional<ServiceError> checkMembers(const Operation &operation, const json::Value &request) const;

    const Registry &m_registry;
    Services &m_services;
};

// The operation that X-Amz-Target names; null where it names none of the service.
const model::OperationDescriptor *targetOf(const httpserver::HttpRequest &request);

httpserver::HttpResponse toHttp(const Outcome<json::Value> &outcome, const QString &requestId, const Clock &clock);

} // namespace poolscope::sandbox
