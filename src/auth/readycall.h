#pragma once

#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"

#include <type_traits>
#include <utility>

namespace poolscope::auth {

// Sends what `make` gives once the client secret is known, which the request's SECRET_HASH needs. The handler takes
// Result<Response>; it never runs once `context` is gone, and the request is given up then.
template<class Make, class Handler>
void callWhenReady(UserPoolAccess &access, QObject *context, const transport::UserAction &action, Make make,
                   Handler handler)
{
    using Request = std::invoke_result_t<Make>;
    using Response = typename Request::Response;
    access.whenReady(context, [&access, context, action, make = std::move(make),
                               handler = std::move(handler)](const Result<void> &ready) {
        if (ready) {
            access.client().call(make(), context, handler, {.action = action});
            return;
        }
        Error error = ready.error();
        error.operation = Request::operation().name;
        handler(Result<Response>(failure(std::move(error))));
    });
}

} // namespace poolscope::auth
