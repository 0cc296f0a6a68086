#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace poolscope {

// A value, or the one kind of error that the whole program speaks of. Success without a value is Result<void>.
template<class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace poolscope
