#include "profiles/connectionfile.h"

#include "profiles/amplifyobjects.h"
#include "profiles/connectionjson.h"
#include "json/writer.h"

namespace poolscope::profiles {

namespace {

const QString exportKind = QStringLiteral("poolscope-connections");
constexpr int exportFormat = 1;

} // namespace

QByteArray exportConnection(const Connection &connection)
{
    json::Value object = connectionToJson(connection, {});
    object.remove(u"id");
    json::Value list = json::Value::array();
    list.append(object);
    json::Value root = json::Value::object();
    root.set(QStringLiteral("kind"), exportKind);
    root.set(QStringLiteral("format"), exportFormat);
    root.set(QStringLiteral("connections"), list);
    return json::write(root, json::Layout::Indented);
}

QList<ImportedConnection> exportedConnections(const json::Value &root)
{
    if (root.value(u"kind").toString() != exportKind)
        return {};
    QList<ImportedConnection> found;
    const json::Value list = root.value(u"connections");
    for (json::Value object : list.elements()) {
        if (!object.isObject() || found.size() > mostImported)
            continue;
        object.set(QStringLiteral("id"), exportKind); // without one it would be no connection
        auto connection = connectionFromJson(object);
        if (!connection || !isUserPoolId(connection->userPoolId))
            continue;
        connection->id.clear();
        found.append({*connection});
    }
    return found;
}

} // namespace poolscope::profiles
