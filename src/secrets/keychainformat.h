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
    QByteArray sha256{}; // hexadecimal, of the whole value
    QList<Leftover> leftovers{};
    qint64 aside = 0; // the generation of the damaged value that was kept aside before this one; 0: none

    bool operator==(const KeychainHeader &) const = default;
};

inline constexpr qsizetype maximumLeftovers = 16; // in a header; of more the oldest are not remembered

// Generations are numbered round and round from 1 to this, so that chunks can be found whose header cannot be read.
inline constexpr qint64 generationCount = 64;
// The next one that no chunk of `header`, of its leftovers, and of what was kept aside before it can have.
qint64 generationAfter(const KeychainHeader &header);

enum class HeaderDefect { Garbage, FutureFormat };

QByteArray encodeHeader(const KeychainHeader &header);
tl::expected<KeychainHeader, HeaderDefect> decodeHeader(const QByteArray &bytes, int maximumChunks);

QByteArray hashOf(const QByteArray &value); // as it stands in a header
QList<QByteArray> split(const QByteArray &value, qsizetype chunkBytes);

QString chunkEntry(const QString &key, qint64 generation, int index);
QStringList chunkEntries(const QString &key, qint64 generation, int count); // last one first
QString asideEntry(const QString &key);                                     // the header of a damaged value

} // namespace poolscope::secrets
