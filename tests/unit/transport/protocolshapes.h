#pragma once

#include "model/descriptor.h"
#include "model/typeaccess.h"
#include "json/value.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace poolscope::tests {

// An object of any structure: a place for each member, in the descriptor's order.
struct Record
{
    std::array<std::shared_ptr<void>, 32> members;
};

// Descriptors for the structures of a protocol suite, made from its shapes when the test runs: the codec knows them as it
// knows the generated ones, and their objects are Records. Members that no service of ours has the like of (numbers with
// fractions, times as text) are left out.
class ProtocolShapes final
{
public:
    explicit ProtocolShapes(json::Value shapes);

    const model::StructDescriptor *structure(const QString &shape); // without members where `shape` is empty

    // As a user of a client writes them and sees them: blobs are their bytes.
    static Record fromPlain(const model::StructDescriptor &structure, const json::Value &value);
    static json::Value toPlain(const model::StructDescriptor &structure, const Record &record);

private:
    const model::TypeDescriptor *type(const QString &shape);
    const model::TypeDescriptor *collection(model::Kind kind, const QString &element);
    const model::TypeDescriptor *keep(const model::TypeDescriptor &type);
    QLatin1StringView name(const QString &text);

    json::Value m_shapes;
    std::map<QString, std::unique_ptr<model::StructDescriptor>> m_structures;
    std::deque<std::vector<model::MemberDescriptor>> m_members;
    std::deque<model::TypeDescriptor> m_types;
    std::deque<model::TypeAccess> m_accesses;
    std::deque<QByteArray> m_names;
};

} // namespace poolscope::tests
