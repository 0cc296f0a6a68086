#pragma once

#include <sys/resource.h>

namespace poolscope {

// A test that opens very many connections: true when this process may have so many files open. The usual soft limit of
// 1,024 is raised as far as it may be.
inline bool mayOpenFiles(rlim_t wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    if (limit.rlim_cur >= wanted)
        return true;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || limit.rlim_max > wanted ? wanted : limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= wanted;
}

} // namespace poolscope
