#include "sandbox/operations/groups.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/listing.h"
#include "sandbox/operations/operations.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumGroups = 10'000; // documented

void createGroup(const Call &call, const idp::CreateGroupRequest &request,
                 const ReplyTo<idp::CreateGroupResponse> &reply)
{
    Store &store = call->services.store;
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const QString name = request.groupName.value_or(QString());
    if (store.group((*pool)->rowId, name))
        return reply.fail(refusal(refusals::groupTaken));
    if (store.groupCount((*pool)->rowId) >= maximumGroups)
        return reply.fail(refusal(refusals::tooManyGroups));
    const qint64 nowMs = call->services.clock.nowMs();
    GroupRecord group{.poolRowId = (*pool)->rowId,
                      .name = name,
                      .description = request.description,
                      .roleArn = request.roleArn,
                      .precedence = request.precedence,
                      .createdMs = nowMs,
                      .modifiedMs = nowMs};
    Store::Unit unit(store);
    store.addGroup(group);
    unit.commit();
    reply(idp::CreateGroupResponse{.group = toGroupType(**pool, group)});
}

void getGroup(const Call &call, const idp::GetGroupRequest &request, const ReplyTo<idp::GetGroupResponse> &reply)
{
    const auto found = groupInPool(call, request.userPoolId, request.groupName);
    if (!found)
        return reply.fail(found.error());
    reply(idp::GetGroupResponse{.group = toGroupType(*found->pool, found->group)});
}

void updateGroup(const Call &call, const idp::UpdateGroupRequest &request,
                 const ReplyTo<idp::UpdateGroupResponse> &reply)
{
    auto found = groupInPool(call, request.userPoolId, request.groupName);
    if (!found)
        return reply.fail(found.error());
    const bool resets = call->services.choices.is(choice::UpdateGroup, "reset"_L1);
    GroupRecord &group = found->group;
    if (request.description || resets)
        group.description = request.description;
    if (request.roleArn || resets)
        group.roleArn = request.roleArn;
    if (request.precedence || resets)
        group.precedence = request.precedence;
    group.modifiedMs = call->services.clock.nowMs();
    Store::Unit unit(call->services.store);
    call->services.store.saveGroup(group);
    unit.commit();
    reply(idp::UpdateGroupResponse{.group = toGroupType(*found->pool, group)});
}

void deleteGroup(const Call &call, const idp::DeleteGroupRequest &request,
                 const ReplyTo<idp::DeleteGroupResponse> &reply)
{
    const auto found = groupInPool(call, request.userPoolId, request.groupName);
    if (!found)
        return reply.fail(found.error());
    Store::Unit unit(call->services.store);
    call->services.store.deleteGroup(found->group.rowId);
    unit.commit();
    reply(idp::DeleteGroupResponse{});
}

void listGroups(const Call &call, const idp::ListGroupsRequest &request, const ReplyTo<idp::ListGroupsResponse> &reply)
{
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const Listing listing{call, (*pool)->secret, u"ListGroups "_s + (*pool)->id};
    const auto after = listing.position(request.nextToken);
    if (!after)
        return reply.fail(after.error());
    const qint64 limit = pageSize(request.limit);
    QList<GroupRecord> groups = call->services.store.groups((*pool)->rowId, *after, limit + 1);
    idp::ListGroupsResponse response;
    if (groups.size() > limit) {
        groups.removeLast();
        response.nextToken = listing.token(groups.last().name);
    }
    response.groups.emplace();
    for (const GroupRecord &group : std::as_const(groups))
        response.groups->append(toGroupType(**pool, group));
    reply(response);
}

} // namespace

idp::GroupType toGroupType(const PoolRecord &pool, const GroupRecord &group)
{
    return {.groupName = group.name,
            .userPoolId = pool.id,
            .description = group.description,
            .roleArn = group.roleArn,
            .precedence = group.precedence,
            .lastModifiedDate = double(group.modifiedMs) / 1000,
            .creationDate = double(group.createdMs) / 1000};
}

Outcome<PoolGroup> groupInPool(const Call &call, const std::optional<QString> &poolId,
                               const std::optional<QString> &name)
{
    const auto pool = poolOf(call, poolId);
    if (!pool)
        return tl::unexpected(pool.error());
    auto group = call->services.store.group((*pool)->rowId, name.value_or(QString()));
    if (!group)
        return refuse(refusals::unknownGroup);
    return PoolGroup{*pool, std::move(*group)};
}

void registerGroups(Registry &registry)
{
    const QStringList settings = names({"GroupName", "UserPoolId", "Description", "RoleArn", "Precedence"});
    registry.add<idp::CreateGroupRequest>({.members = settings}, createGroup);
    registry.add<idp::GetGroupRequest>({.members = names({"GroupName", "UserPoolId"})}, getGroup);
    registry.add<idp::UpdateGroupRequest>({.members = settings}, updateGroup);
    registry.add<idp::DeleteGroupRequest>({.members = names({"GroupName", "UserPoolId"})}, deleteGroup);
    registry.add<idp::ListGroupsRequest>({.members = names({"UserPoolId", "Limit", "NextToken"})}, listGroups);
}

} // namespace poolscope::sandbox
