#include "tokens/claimsmodel.h"

#include "core/letgo.h"
#include "core/plaintooltip.h"
#include "tokens/claimtext.h"
#include "tokens/relativetime.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace poolscope::tokens {

namespace {

constexpr qsizetype rowsAtOnce = 256;

QString fullTime(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

struct ClaimsModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QString name;
    QString path; // names from the top, without list indexes: what the glossary knows nested members by
    json::Value value;
    std::optional<ClaimInfo> info;
    std::optional<QDateTime> time;
    std::vector<std::unique_ptr<Node>> children; // as many as were fetched

    std::unique_ptr<Node> makeChild(qsizetype row, ClaimPlace place);
};

std::unique_ptr<ClaimsModel::Node> ClaimsModel::Node::makeChild(qsizetype row, ClaimPlace place)
{
    auto child = std::make_unique<Node>();
    child->parent = this;
    child->row = static_cast<int>(row);
    if (value.isObject()) {
        const json::Member &member = value.members().at(row);
        child->name = member.name;
        child->path = path.isEmpty() ? member.name : path + u'.' + member.name;
        child->value = member.value;
        child->info = claimInfo(place, child->path);
    } else {
        child->name = QString::number(row);
        child->path = path;
        child->value = value.elements().at(row);
    }
    if (child->info && child->info->kind == ClaimKind::Time)
        child->time = claimTime(child->value);
    return child;
}

ClaimsModel::ClaimsModel(const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
    , m_root(std::make_unique<Node>())
{
}

ClaimsModel::~ClaimsModel() = default;

void ClaimsModel::setContent(const json::Value &object, ClaimPlace place)
{
    beginResetModel();
    m_place = place;
    letGo(std::exchange(m_root, std::make_unique<Node>()));
    m_root->value = object;
    const qsizetype first = std::min(rowsAtOnce, object.size());
    for (qsizetype row = 0; row < first; ++row)
        m_root->children.push_back(m_root->makeChild(row, place));
    endResetModel();
}

void ClaimsModel::clear()
{
    setContent({}, m_place);
}

ClaimsModel::Node *ClaimsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ClaimsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex ClaimsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *const above = nodeOf(child)->parent;
    return above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ClaimsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ClaimsModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && nodeOf(parent)->value.size() > 0;
}

bool ClaimsModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *const node = nodeOf(parent);
    return parent.column() <= 0 && static_cast<qsizetype>(node->children.size()) < node->value.size();
}

void ClaimsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *const node = nodeOf(parent);
    const auto first = static_cast<qsizetype>(node->children.size());
    const qsizetype end = std::min(first + rowsAtOnce, node->value.size());
    beginInsertRows(parent, static_cast<int>(first), static_cast<int>(end - 1));
    for (qsizetype row = first; row < end; ++row)
        node->children.push_back(node->makeChild(row, m_place));
    endInsertRows();
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == RawTextRole)
        return rawText(node.value);
    if (index.column() == ValueColumn)
        return valueData(node, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == ClaimColumn) {
        const QString name = shownText(json::Value(node.name)).text;
        return role == Qt::ToolTipRole ? plainToolTip(name) : name;
    }
    return node.info ? QVariant(node.info->meaning) : QVariant();
}

QVariant ClaimsModel::valueData(const Node &node, int role) const
{
    if (node.time)
        return timeData(node, role);
    if (role == Qt::ToolTipRole)
        return plainToolTip(shownText(node.value).text);
    if (role == Qt::DisplayRole || role == DetailRole)
        return shownText(node.value).text;
    return {};
}

QVariant ClaimsModel::timeData(const Node &node, int role) const
{
    const QString number = shownText(node.value).text;
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 (%2)").arg(fullTime(node.time->toLocalTime()), relativeTime(*node.time, m_clock.now()));
    case DetailRole:
        return QStringLiteral("%1 · %2 · %3")
            .arg(timeData(node, Qt::DisplayRole).toString(), tr("%1 UTC").arg(fullTime(*node.time)), number);
    case Qt::AccessibleDescriptionRole:
        return tr("%1 UTC").arg(fullTime(*node.time));
    case Qt::ToolTipRole:
        return tr("%1 UTC\n%2").arg(fullTime(*node.time), number);
    default:
        return {};
    }
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClaimColumn:
        return tr("Claim");
    case ValueColumn:
        return tr("Value");
    case MeaningColumn:
        return tr("Meaning");
    default:
        return {};
    }
}

void ClaimsModel::tick()
{
    // Only top-level claims are times, so long lists below cost nothing here.
    for (const auto &child : m_root->children) {
        if (!child->time)
            continue;
        const QModelIndex changed = index(child->row, ValueColumn);
        emit dataChanged(changed, changed, {Qt::DisplayRole});
    }
}

} // namespace poolscope::tokens
