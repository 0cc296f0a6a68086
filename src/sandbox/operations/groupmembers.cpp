#include "sandbox/operations/operations.h"

#include "sandbox/operations/groups.h"
#include "sandbox/operations/listing.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumMemberships = 100; // documented

struct Membership
{
    PoolUser user;
    GroupRecord group;
};

// Which of the two is looked for first is inferred.
template<class Request>
Outcome<Membership> membershipOf(const Call &call, const Request &request)
{
    const auto user = userInPool(call, request.userPoolId, request.username);
    if (!user)
        return tl::unexpected(user.error());
    const auto group = groupInPool(call, request.userPoolId, request.groupName);
    if (!group)
        return tl::unexpected(group.error());
    return Membership{*user, group->group};
}

void addMember(const Call &call, const idp::AdminAddUserToGroupRequest &request,
               const ReplyTo<idp::AdminAddUserToGroupResponse> &reply)
{
    const auto found = membershipOf(call, request);
    if (!found)
        return reply.fail(found.error());
    Store &store = call->services.store;
    const QList<GroupRecord> groups = store.groupsOf(found->user.user.rowId);
    const bool member = std::any_of(groups.begin(), groups.end(),
                                    [&](const GroupRecord &group) { return group.rowId == found->group.rowId; });
    if (!member && groups.size() >= maximumMemberships)
        return reply.fail(refusal(refusals::tooManyMemberships));
    Store::Unit unit(store);
    store.addToGroup(found->group.rowId, found->user.user.rowId);
    unit.commit();
    reply(idp::AdminAddUserToGroupResponse{});
}

void removeMember(const Call &call, const idp::AdminRemoveUserFromGroupRequest &request,
                  const ReplyTo<idp::AdminRemoveUserFromGroupResponse> &reply)
{
    const auto found = membershipOf(call, request);
    if (!found)
        return reply.fail(found.error());
    Store::Unit unit(call->services.store);
    call->services.store.removeFromGroup(found->group.rowId, found->user.user.rowId);
    unit.commit();
    reply(idp::AdminRemoveUserFromGroupResponse{});
}

void listGroupsForUser(const Call &call, const idp::AdminListGroupsForUserRequest &request,
                       const ReplyTo<idp::AdminListGroupsForUserResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const Listing listing{call, found->pool->secret,
                          u"AdminListGroupsForUser "_s + found->pool->id + u' ' + found->user.sub};
    const auto after = listing.position(request.nextToken);
    if (!after)
        return reply.fail(after.error());
    const qint64 limit = pageSize(request.limit);
    idp::AdminListGroupsForUserResponse response;
    response.groups.emplace();
    QList<GroupRecord> groups = call->services.store.groupsOf(found->user.rowId, *after, limit + 1);
    if (groups.size() > limit) {
        groups.removeLast();
        response.nextToken = listing.token(groups.last().name);
    }
    for (const GroupRecord &group : std::as_const(groups))
        response.groups->append(toGroupType(*found->pool, group));
    reply(response);
}

void listMembers(const Call &call, const idp::ListUsersInGroupRequest &request,
                 const ReplyTo<idp::ListUsersInGroupResponse> &reply)
{
    const auto found = groupInPool(call, request.userPoolId, request.groupName);
    if (!found)
        return reply.fail(found.error());
    const Listing listing{call, found->pool->secret,
                          u"ListUsersInGroup "_s + found->pool->id + u' ' + found->group.name};
    const auto after = listing.position(request.nextToken);
    if (!after)
        return reply.fail(after.error());
    const qint64 limit = pageSize(request.limit);
    QList<UserRecord> users = call->services.store.usersIn(found->group.rowId, after->toLongLong(), limit + 1);
    idp::ListUsersInGroupResponse response;
    if (users.size() > limit) {
        users.removeLast();
        response.nextToken = listing.token(QString::number(users.last().rowId));
    }
    response.users.emplace();
    for (const UserRecord &user : std::as_const(users))
        response.users->append(toUserType(user));
    reply(response);
}

} // namespace

void registerGroupMembers(Registry &registry)
{
    const QStringList membership = names({"UserPoolId", "Username", "GroupName"});
    registry.add<idp::AdminAddUserToGroupRequest>({.members = membership}, addMember);
    registry.add<idp::AdminRemoveUserFromGroupRequest>({.members = membership}, removeMember);
    registry.add<idp::AdminListGroupsForUserRequest>(
        {.members = names({"Username", "UserPoolId", "Limit", "NextToken"})}, listGroupsForUser);
    registry.add<idp::ListUsersInGroupRequest>({.members = names({"UserPoolId", "GroupName", "Limit", "NextToken"})},
                                               listMembers);
}

} // namespace poolscope::sandbox
