#include "secrets/keychainformat.h"

#include "crypto/hash.h"
#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>

namespace poolscope::secrets {

namespace {

constexpr int currentFormat = 1;

std::optional<qint64> integerIn(const json::Value &object, QStringView name, qint64 least, qint64 most)
{
    const auto number = object.value(name).toInteger();
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

constexpr qint64 maximumGeneration = 1'000'000'000'000;

std::optional<KeychainHeader::Leftover> leftoverFrom(const json::Value &value, int maximumChunks)
{
    const auto generation = integerIn(value, u"generation", 1, maximumGeneration);
    const auto count = integerIn(value, u"count", 0, maximumChunks);
    if (!generation || !count)
        return {};
    return KeychainHeader::Leftover{*generation, int(*count)};
}

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

QByteArray encodeHeader(const KeychainHeader &header)
{
    json::Value leftovers = json::Value::array();
    // The oldest are given up: a header that grows without end would not be read back.
    const auto remembered = header.leftovers.last(std::min(header.leftovers.size(), maximumLeftovers));
    for (const KeychainHeader::Leftover &leftover : remembered) {
        json::Value entry = json::Value::object();
        entry.set(QStringLiteral("generation"), leftover.generation);
        entry.set(QStringLiteral("count"), leftover.count);
        leftovers.append(entry);
    }
    json::Value root = json::Value::object();
    root.set(QStringLiteral("format"), currentFormat);
    root.set(QStringLiteral("generation"), header.generation);
    root.set(QStringLiteral("count"), header.count);
    root.set(QStringLiteral("sha256"), QString::fromLatin1(header.sha256));
    root.set(QStringLiteral("leftovers"), leftovers);
    if (header.aside != 0)
        root.set(QStringLiteral("aside"), header.aside);
    return json::write(root);
}

tl::expected<KeychainHeader, HeaderDefect> decodeHeader(const QByteArray &bytes, int maximumChunks)
{
    const auto document = json::read(bytes, {.depth = 8, .bytes = 64 * 1024});
    if (!document || !document->root.isObject())
        return tl::unexpected(HeaderDefect::Garbage);
    const json::Value &root = document->root;
    const auto format = root.value(u"format").toInteger();
    if (!format || *format < 1)
        return tl::unexpected(HeaderDefect::Garbage);
    if (*format > currentFormat)
        return tl::unexpected(HeaderDefect::FutureFormat);

    const auto generation = integerIn(root, u"generation", 1, maximumGeneration);
    const auto count = integerIn(root, u"count", 0, maximumChunks);
    const QString hash = root.value(u"sha256").toString();
    const QList<json::Value> leftovers = root.value(u"leftovers").elements();
    const auto aside =
        root.contains(u"aside") ? integerIn(root, u"aside", 1, maximumGeneration) : std::optional<qint64>(0);
    if (!generation || !count || !aside || !isSha256(hash) || leftovers.size() > maximumLeftovers)
        return tl::unexpected(HeaderDefect::Garbage);

    KeychainHeader header{
        .generation = *generation, .count = int(*count), .sha256 = hash.toLatin1(), .leftovers = {}, .aside = *aside};
    for (const json::Value &entry : leftovers) {
        const auto leftover = leftoverFrom(entry, maximumChunks);
        if (!leftover)
            return tl::unexpected(HeaderDefect::Garbage);
        header.leftovers.append(*leftover);
    }
    return header;
}

qint64 generationAfter(const KeychainHeader &header)
{
    static_assert(maximumLeftovers + 2 < generationCount);
    const auto isTaken = [&header](qint64 generation) {
        return generation == header.generation || generation == header.aside ||
               std::any_of(header.leftovers.cbegin(), header.leftovers.cend(),
                           [generation](const auto &leftover) { return leftover.generation == generation; });
    };
    qint64 generation = header.generation % generationCount + 1;
    while (isTaken(generation))
        generation = generation % generationCount + 1;
    return generation;
}

QByteArray hashOf(const QByteArray &value)
{
    return crypto::sha256(value).toHex();
}

QList<QByteArray> split(const QByteArray &value, qsizetype chunkBytes)
{
    QList<QByteArray> chunks;
    for (qsizetype at = 0; at < value.size(); at += chunkBytes)
        chunks.append(value.mid(at, chunkBytes));
    return chunks;
}

QString chunkEntry(const QString &key, qint64 generation, int index)
{
    return QStringLiteral("%1#%2.%3").arg(key, QString::number(generation), QString::number(index));
}

QStringList chunkEntries(const QString &key, qint64 generation, int count)
{
    QStringList entries;
    for (int index = count - 1; index >= 0; --index)
        entries.append(chunkEntry(key, generation, index));
    return entries;
}

QString asideEntry(const QString &key)
{
    return key + QLatin1StringView("#aside");
}

} // namespace poolscope::secrets
