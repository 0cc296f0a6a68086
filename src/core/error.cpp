#include "core/error.h"

namespace poolscope {

Error Error::validation(QString code, QString message)
{
    return {.kind = Kind::Validation, .code = std::move(code), .message = std::move(message)};
}

Error Error::storage(QString code, QString message)
{
    return {.kind = Kind::Storage, .code = std::move(code), .message = std::move(message)};
}

Error Error::cancelled()
{
    return {.kind = Kind::Cancelled, .code = QStringLiteral("Cancelled"), .message = {}};
}

QString toString(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Service:
        return QStringLiteral("service");
    case Error::Kind::Transport:
        return QStringLiteral("transport");
    case Error::Kind::Timeout:
        return QStringLiteral("timeout");
    case Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    case Error::Kind::Protocol:
        return QStringLiteral("protocol");
    case Error::Kind::Validation:
        return QStringLiteral("validation");
    case Error::Kind::Storage:
        return QStringLiteral("storage");
    }
    return {};
}

} // namespace poolscope
