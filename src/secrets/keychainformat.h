#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace poolscope::secrets {

// How a value is laid out over entries of the keychain. Pure.
struct KeychainHeader
{
    // Chunks of an earlier generation that were to be deleted after this one was switched to. They are tried again with
    // the next write, because nobody can list a keychain.
    struct Leftover
    {
        qint64 generation = 0;
        int count = 0;
        bool operator==(const Leftover &) const = default;
    };

    qint64 generation = 0;
    int count = 0;
    QByteArray sha256; // hexadecimal, of the whole value
    QList<Leftover> leftovers;

    bool operator==(const KeychainHeader &) const = default;
};

inline constexpr qsizetype maximumLeftovers = 16; // in a header; of more the oldest are not remembered

enum class HeaderDefect { Garbage, FutureFormat };

QByteArray encodeHeader(const KeychainHeader &header);
tl::expected<KeychainHeader, HeaderDefect> decodeHeader(const QByteArray &bytes, int maximumChunks);

QByteArray hashOf(const QByteArray &value); // as it stands in a header
QList<QByteArray> split(const QByteArray &value, qsizetype chunkBytes);

QString chunkEntry(const QString &key, qint64 generation, int index);
QStringList chunkEntries(const QString &key, qint64 generation, int count); // last one first
QString asideEntry(const QString &key);                                     // the header of a damaged value

} // namespace poolscope::secrets
