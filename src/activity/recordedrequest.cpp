#include "activity/recordedrequest.h"

namespace poolscope::activity {

namespace {

const model::OperationDescriptor *operationOf(const transport::ActivityEntry &entry)
{
    for (const model::ServiceDescriptor *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        if (entry.service == service->id)
            return model::findOperation(*service, entry.operation);
    }
    return nullptr;
}

} // namespace

RecordedRequest recordedRequest(const transport::ActivityEntry &entry)
{
    const model::OperationDescriptor *operation = operationOf(entry);
    const bool isWhole = entry.url.isValid() && !entry.bodiesDropped;
    // STS takes forms, which are not recorded.
    if (!operation && entry.service == u"sts")
        return {.method = QStringLiteral("POST"), .url = entry.url, .isWhole = false};
    if (!operation)
        return {.method = QStringLiteral("GET"), .url = entry.url, .isWhole = isWhole};
    return {.operation = operation,
            .method = QStringLiteral("POST"),
            .url = entry.url,
            .headers = {{QStringLiteral("Content-Type"), QStringLiteral("application/x-amz-json-1.1")},
                        {QStringLiteral("X-Amz-Target"),
                         QStringLiteral("%1.%2").arg(operation->service->targetPrefix, operation->name)}},
            .body = entry.request,
            .isWhole = isWhole};
}

} // namespace poolscope::activity
