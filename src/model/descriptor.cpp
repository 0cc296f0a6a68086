#include "model/descriptor.h"

#include "model/typeaccess.h"
#include "json/value.h"

#include <algorithm>

namespace poolscope::model {

constinit const TypeDescriptor types::text{.kind = Kind::String, .access = &valueAccess<QString>};
constinit const TypeDescriptor types::integer{.kind = Kind::Integer, .access = &valueAccess<qint64>};
constinit const TypeDescriptor types::boolean{.kind = Kind::Boolean, .access = &valueAccess<bool>};
constinit const TypeDescriptor types::timestamp{.kind = Kind::Timestamp, .access = &valueAccess<double>};
constinit const TypeDescriptor types::blob{.kind = Kind::Blob, .access = &valueAccess<QByteArray>};
constinit const TypeDescriptor types::document{.kind = Kind::Document, .access = &valueAccess<json::Value>};

namespace {

template<class T>
const T *findByName(std::span<const T *const> sorted, QStringView name)
{
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), name,
                                        [](const T *item, QStringView wanted) { return item->name < wanted; });
    return found != sorted.end() && (*found)->name == name ? *found : nullptr;
}

} // namespace

const MemberDescriptor *StructDescriptor::find(QStringView memberName) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [memberName](const MemberDescriptor &member) { return member.name == memberName; });
    return found == members.end() ? nullptr : &*found;
}

const OperationDescriptor *findOperation(const ServiceDescriptor &service, QStringView name)
{
    return findByName(service.operations, name);
}

const StructDescriptor *findStruct(const ServiceDescriptor &service, QStringView name)
{
    return findByName(service.structs, name);
}

QString toString(Effect effect)
{
    switch (effect) {
    case Effect::Reads:
        return QStringLiteral("Reads");
    case Effect::UsesSession:
        return QStringLiteral("UsesSession");
    case Effect::SendsCode:
        return QStringLiteral("SendsCode");
    case Effect::Writes:
        return QStringLiteral("Writes");
    case Effect::Destroys:
        return QStringLiteral("Destroys");
    }
    Q_UNREACHABLE();
}

QString toString(Authorization authorization)
{
    switch (authorization) {
    case Authorization::None:
        return QStringLiteral("None");
    case Authorization::AccessToken:
        return QStringLiteral("AccessToken");
    case Authorization::AccessTokenOrSession:
        return QStringLiteral("AccessTokenOrSession");
    case Authorization::Session:
        return QStringLiteral("Session");
    case Authorization::RefreshToken:
        return QStringLiteral("RefreshToken");
    case Authorization::FeedbackToken:
        return QStringLiteral("FeedbackToken");
    case Authorization::SigV4:
        return QStringLiteral("SigV4");
    }
    Q_UNREACHABLE();
}

} // namespace poolscope::model
