#pragma once

#include "sandbox/operations/common.h"

namespace poolscope::sandbox {

idp::GroupType toGroupType(const PoolRecord &pool, const GroupRecord &group);

struct PoolGroup
{
    PoolPtr pool;
    GroupRecord group;
};
// ResourceNotFoundException for either.
Outcome<PoolGroup> groupInPool(const Call &call, const std::optional<QString> &poolId,
                               const std::optional<QString> &name);

} // namespace poolscope::sandbox
