#pragma once

#include "json/value.h"

#include <QByteArrayView>
#include <QStringList>

#include <tl/expected.hpp>

namespace poolscope::json {

struct Limits
{
    int depth = 64;
    qsizetype bytes = 8 * 1024 * 1024;
};

struct ReadError
{
    enum class Code { TooLarge, TooDeep, InvalidUtf8, Empty, Syntax };
    Code code = Code::Syntax;
    QString message;       // one English sentence for a log; describe() is for people
    qsizetype offset = -1; // byte offset where known
};

// The error in the program's language, with the place where it is known.
QString describe(const ReadError &error);

struct Document
{
    Value root;
    // JSON pointers of members that stand more than once in their object: the first few, and long names cut. How many
    // there are in all is the count.
    QStringList duplicates;
    qsizetype duplicateCount = 0;
};

// Strict RFC 8259: any top-level value, no trailing bytes, no BOM, valid UTF-8, no lone surrogates. Walks everything,
// so what is accepted is valid as a whole. Reentrant.
tl::expected<Document, ReadError> read(QByteArrayView bytes, const Limits &limits = {});

} // namespace poolscope::json
