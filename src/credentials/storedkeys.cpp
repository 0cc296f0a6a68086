#include "credentials/storedkeys.h"

#include "json/reader.h"
#include "json/writer.h"

namespace poolscope::credentials {

QByteArray storedKeys(const transport::SigningCredentials &keys)
{
    json::Value object = json::Value::object();
    object.set(QStringLiteral("accessKeyId"), keys.accessKeyId);
    object.set(QStringLiteral("secretAccessKey"), keys.secretAccessKey);
    if (!keys.sessionToken.isEmpty())
        object.set(QStringLiteral("sessionToken"), keys.sessionToken);
    return json::write(object);
}

std::optional<transport::SigningCredentials> keysFromStored(const QByteArray &bytes)
{
    const auto document = json::read(bytes);
    if (!document)
        return std::nullopt;
    const transport::SigningCredentials keys{document->root.value(u"accessKeyId").toString(),
                                             document->root.value(u"secretAccessKey").toString(),
                                             document->root.value(u"sessionToken").toString()};
    if (keys.accessKeyId.isEmpty() || keys.secretAccessKey.isEmpty())
        return std::nullopt;
    return keys;
}

} // namespace poolscope::credentials
