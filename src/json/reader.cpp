#include "json/reader.h"

#include "json/numbers.h"

#include <QSet>

#include <simdjson.h>

#include <algorithm>
#include <optional>

namespace poolscope::json {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// Where the walk stands, for JSON pointers. Lives on the stack of the recursion.
struct Place
{
    const Place *parent = nullptr;
    const QString *name = nullptr; // in an object
    qsizetype index = 0;           // in an array
};

// Of hostile input, whose names may be megabytes long, no more is kept than somebody could read.
constexpr qsizetype reportedDuplicates = 16;
constexpr qsizetype reportedNameLength = 128;

QString pointerTo(const Place *place)
{
    QString pointer;
    for (; place && place->parent; place = place->parent) {
        QString step = place->name ? *place->name : QString::number(place->index);
        if (step.size() > reportedNameLength)
            step = step.left(reportedNameLength) + u'…';
        step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
        pointer.prepend(u'/' + step);
    }
    return pointer;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

tl::unexpected<ReadError> refuse(ReadError::Code code, const char *message, qsizetype offset = -1)
{
    return tl::unexpected<ReadError>(ReadError{code, QString::fromUtf8(message), offset});
}

// The input is valid UTF-8, so a surrogate in an unescaped string can only come from a lone \uD800..\uDFFF.
bool holdsSurrogate(std::string_view text)
{
    for (size_t at = text.find('\xED'); at != text.npos; at = text.find('\xED', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0)
            return true;
    }
    return false;
}

// The names of an object's members, to find those that stand twice. Few names are compared one by one, which is quicker
// than hashing them; many are hashed, so that hostile input costs no more than its length.
class NameSet
{
public:
    // Takes in the last member's name; false when it was there.
    bool insert(const QList<Member> &members)
    {
        constexpr qsizetype few = 32;
        const QString &name = members.constLast().name;
        if (members.size() <= few)
            return std::find_if(members.begin(), members.end() - 1, [&](const Member &m) { return m.name == name; }) ==
                   members.end() - 1;
        if (m_names.isEmpty()) {
            for (qsizetype i = 0; i < members.size() - 1; ++i)
                m_names.insert(members.at(i).name);
        }
        const bool isNew = !m_names.contains(name);
        m_names.insert(name);
        return isNew;
    }

private:
    QSet<QString> m_names;
};

// On-Demand checks a value only when it is read, so the walk reads each one; numbers and literals as their raw token,
// because simdjson would round the ones and be content with the beginning of the others.
class Walker
{
public:
    Walker(const char *begin, const Limits &limits)
        : m_begin(begin)
        , m_limits(limits)
    {
    }

    // Each gives the problem, or fills `out`.
    std::optional<ReadError> walk(ondemand::document &document, Value &out);
    std::optional<ReadError> scalar(std::string_view token, Value &out) const;
    void takeDuplicates(Document &into)
    {
        into.duplicates = std::move(m_duplicates);
        into.duplicateCount = m_duplicateCount;
    }

private:
    std::optional<ReadError> value(ondemand::value &element, const Place &place, int depth, Value &out);
    std::optional<ReadError> array(ondemand::array &elements, const Place &place, int depth, Value &out);
    std::optional<ReadError> object(ondemand::object &fields, const Place &place, int depth, Value &out);
    std::optional<ReadError> string(simdjson::simdjson_result<std::string_view> text, QString &out) const;
    ReadError syntax(const char *message, const char *where = nullptr) const;

    const char *m_begin;
    const Limits &m_limits;
    QStringList m_duplicates;
    qsizetype m_duplicateCount = 0;
};

ReadError Walker::syntax(const char *message, const char *where) const
{
    return {ReadError::Code::Syntax, QString::fromUtf8(message), where ? where - m_begin : -1};
}

std::optional<ReadError> Walker::string(simdjson::simdjson_result<std::string_view> text, QString &out) const
{
    std::string_view view;
    if (const auto error = std::move(text).get(view))
        return syntax(simdjson::error_message(error));
    if (holdsSurrogate(view))
        return syntax("A string holds half of a surrogate pair.");
    out = QString::fromUtf8(view.data(), qsizetype(view.size()));
    // Qt takes a first U+FEFF for a byte order mark and leaves it out; in a string it is a character like others.
    if (view.starts_with(byteOrderMark))
        out.prepend(QChar::ByteOrderMark);
    return std::nullopt;
}

std::optional<ReadError> Walker::scalar(std::string_view token, Value &out) const
{
    const std::string_view text = trimmed(token);
    if (text == "true")
        out = Value(true);
    else if (text == "false")
        out = Value(false);
    else if (text == "null")
        out = Value();
    else if (isNumberText(text))
        out = Value::number(QByteArray(text.data(), qsizetype(text.size())));
    else
        return syntax("A value is neither a literal nor a number.", token.data());
    return std::nullopt;
}

std::optional<ReadError> Walker::array(ondemand::array &elements, const Place &place, int depth, Value &out)
{
    if (depth >= m_limits.depth)
        return ReadError{ReadError::Code::TooDeep, QStringLiteral("Arrays and objects are nested too deeply.")};
    QList<Value> list;
    for (auto element : elements) {
        ondemand::value child;
        if (const auto error = element.get(child))
            return syntax(simdjson::error_message(error));
        const qsizetype index = list.size();
        if (auto problem = value(child, Place{&place, nullptr, index}, depth + 1, list.emplaceBack()))
            return problem;
    }
    out = Value(std::move(list));
    return std::nullopt;
}

std::optional<ReadError> Walker::object(ondemand::object &fields, const Place &place, int depth, Value &out)
{
    if (depth >= m_limits.depth)
        return ReadError{ReadError::Code::TooDeep, QStringLiteral("Arrays and objects are nested too deeply.")};
    QList<Member> members;
    NameSet names;
    for (auto entry : fields) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field))
            return syntax(simdjson::error_message(error));
        Member &member = members.emplaceBack();
        if (auto problem = string(field.unescaped_key(), member.name))
            return problem;
        const Place here{&place, &member.name, 0};
        if (!names.insert(members) && ++m_duplicateCount <= reportedDuplicates)
            m_duplicates.append(pointerTo(&here));
        if (auto problem = value(field.value(), here, depth + 1, member.value))
            return problem;
    }
    out = Value(std::move(members));
    return std::nullopt;
}

std::optional<ReadError> Walker::value(ondemand::value &element, const Place &place, int depth, Value &out)
{
    ondemand::json_type type;
    if (const auto error = element.type().get(type))
        return syntax(simdjson::error_message(error));
    switch (type) {
    case ondemand::json_type::array: {
        ondemand::array elements;
        if (const auto error = element.get_array().get(elements))
            return syntax(simdjson::error_message(error));
        return array(elements, place, depth, out);
    }
    case ondemand::json_type::object: {
        ondemand::object fields;
        if (const auto error = element.get_object().get(fields))
            return syntax(simdjson::error_message(error));
        return object(fields, place, depth, out);
    }
    case ondemand::json_type::string: {
        QString text;
        if (auto problem = string(element.get_string(), text))
            return problem;
        out = Value(text);
        return std::nullopt;
    }
    default:
        return scalar(element.raw_json_token(), out);
    }
}

std::optional<ReadError> Walker::walk(ondemand::document &document, Value &out)
{
    ondemand::json_type type;
    if (const auto error = document.type().get(type))
        return syntax(simdjson::error_message(error));
    std::optional<ReadError> problem;
    if (type == ondemand::json_type::string) {
        QString text;
        problem = string(document.get_string(), text);
        out = Value(text);
    } else {
        ondemand::value element;
        if (const auto error = document.get_value().get(element))
            return syntax(simdjson::error_message(error));
        problem = value(element, Place(), 0, out);
    }
    const char *rest = nullptr;
    if (!problem && document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS)
        return syntax("Something follows the value.", rest);
    return problem;
}

} // namespace

tl::expected<Document, ReadError> read(QByteArrayView bytes, const Limits &limits)
{
    using Code = ReadError::Code;
    if (bytes.size() > limits.bytes)
        return refuse(Code::TooLarge, "The document is larger than allowed.");
    const std::string_view text(bytes.data(), size_t(bytes.size()));
    if (!simdjson::validate_utf8(text))
        return refuse(Code::InvalidUtf8, "The document is not valid UTF-8.");
    const std::string_view content = trimmed(text);
    if (content.empty())
        return refuse(Code::Empty, "The document is empty.");
    if (content.starts_with(byteOrderMark))
        return refuse(Code::Syntax, "The document begins with a byte order mark.", 0);

    // Scalars are judged as they stand, since On-Demand treats those at the root differently from all others.
    if (content.front() != '{' && content.front() != '[' && content.front() != '"') {
        Document scalar;
        if (auto problem = Walker(text.data(), limits).scalar(content, scalar.root))
            return tl::unexpected<ReadError>(*std::move(problem));
        return scalar;
    }
    const simdjson::padded_string padded(text);
    Walker walker(padded.data(), limits);
    ondemand::parser parser;
    ondemand::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return refuse(Code::Syntax, simdjson::error_message(error));
    Document result;
    if (auto problem = walker.walk(document, result.root))
        return tl::unexpected<ReadError>(*std::move(problem));
    walker.takeDuplicates(result);
    return result;
}

} // namespace poolscope::json
