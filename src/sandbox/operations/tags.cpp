#include "sandbox/operations/operations.h"

#include "sandbox/operations/common.h"
#include "transport/endpoints.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumTags = 50; // recalled
using Tags = QMap<QString, QString>;

// arn:aws:cognito-idp:<region>:<account>:userpool/<id>; tags can be put on nothing else. The errors are inferred.
Outcome<PoolPtr> taggedPool(const Call &call, const std::optional<QString> &arn)
{
    const Services &services = call->services;
    const QStringList parts = arn.value_or(QString()).split(u':');
    const QString prefix = u"userpool/"_s;
    const bool ours = parts.size() == 6 && parts[2] == u"cognito-idp"_s && parts[4] == services.accountId &&
                      parts[5].startsWith(prefix);
    const QString poolId = ours ? parts[5].sliced(prefix.size()) : QString();
    if (!ours || parts[3] != transport::regionOfPoolId(poolId))
        return refuse(refusals::badArn, arn.value_or(QString()));
    return poolOf(call, poolId);
}

void saveTags(const Call &call, const PoolRecord &pool, const Tags &tags)
{
    PoolRecord changed = pool;
    changed.settings.userPoolTags = tags;
    Store::Unit unit(call->services.store);
    call->services.store.savePool(changed);
    unit.commit();
}

void tagResource(const Call &call, const idp::TagResourceRequest &request,
                 const ReplyTo<idp::TagResourceResponse> &reply)
{
    const auto pool = taggedPool(call, request.resourceArn);
    if (!pool)
        return reply.fail(pool.error());
    Tags tags = (*pool)->settings.userPoolTags.value_or(Tags{});
    tags.insert(request.tags.value_or(Tags{}));
    if (tags.size() > maximumTags)
        return reply.fail(refusal(refusals::tooManyTags));
    saveTags(call, **pool, tags);
    reply(idp::TagResourceResponse{});
}

void untagResource(const Call &call, const idp::UntagResourceRequest &request,
                   const ReplyTo<idp::UntagResourceResponse> &reply)
{
    const auto pool = taggedPool(call, request.resourceArn);
    if (!pool)
        return reply.fail(pool.error());
    Tags tags = (*pool)->settings.userPoolTags.value_or(Tags{});
    for (const QString &key : request.tagKeys.value_or(QStringList{}))
        tags.remove(key);
    saveTags(call, **pool, tags);
    reply(idp::UntagResourceResponse{});
}

void listTags(const Call &call, const idp::ListTagsForResourceRequest &request,
              const ReplyTo<idp::ListTagsForResourceResponse> &reply)
{
    const auto pool = taggedPool(call, request.resourceArn);
    if (!pool)
        return reply.fail(pool.error());
    reply(idp::ListTagsForResourceResponse{.tags = (*pool)->settings.userPoolTags.value_or(Tags{})});
}

} // namespace

void registerTags(Registry &registry)
{
    registry.add<idp::TagResourceRequest>({.members = names({"ResourceArn", "Tags"})}, tagResource);
    registry.add<idp::UntagResourceRequest>({.members = names({"ResourceArn", "TagKeys"})}, untagResource);
    registry.add<idp::ListTagsForResourceRequest>({.members = names({"ResourceArn"})}, listTags);
}

} // namespace poolscope::sandbox
