#include "sandbox/userrows.h"

#include "json/writer.h"

namespace poolscope::sandbox::userrows {

QByteArray attributesJson(const QList<UserAttribute> &attributes)
{
    json::Value list = json::Value::array();
    for (const UserAttribute &attribute : attributes)
        list.append(json::Value(QList<json::Value>{attribute.name, attribute.value}));
    return json::write(list);
}

QLatin1StringView attributeOf(NameKind kind)
{
    switch (kind) {
    case NameKind::Email:
        return QLatin1StringView("email");
    case NameKind::PhoneNumber:
        return QLatin1StringView("phone_number");
    case NameKind::PreferredUsername:
        return QLatin1StringView("preferred_username");
    case NameKind::Username:
    case NameKind::Sub:
        break;
    }
    return {};
}

} // namespace poolscope::sandbox::userrows
