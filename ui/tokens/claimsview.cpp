#include "ui/tokens/claimsview.h"

#include "core/letgo.h"
#include "ui/common/colors.h"
#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"
#include "ui/common/labels.h"
#include "ui/common/monotextview.h"
#include "ui/tokens/segments.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

tokens::ClaimPlace payloadPlace(const tokens::Jwt &jwt)
{
    return jwt.tokenUse() == u"access" ? tokens::ClaimPlace::AccessToken : tokens::ClaimPlace::IdToken;
}

// Names and values are the token's own characters; meanings are ours.
class ClaimDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == tokens::ClaimsModel::MeaningColumn)
            option->palette.setColor(QPalette::Text, color(ColorRole::Muted, option->palette));
        else
            option->font = monospaceFont(option->font);
    }
};

} // namespace

ClaimsView::ClaimsView(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(clock)
    , m_part(new Segments(this))
    , m_form(new Segments(this))
    , m_stack(new QStackedWidget(this))
    , m_json(new MonoTextView(this))
    , m_detail(new QLabel(this))
{
    m_part->setObjectName(QStringLiteral("tokenPart"));
    m_part->add(QStringLiteral("payload"), tr("Payload"));
    m_part->add(QStringLiteral("header"), tr("Header"));
    m_form->setObjectName(QStringLiteral("tokenForm"));
    m_form->add(QStringLiteral("claims"), tr("Claims"));
    m_form->add(QStringLiteral("json"), tr("JSON"));
    m_json->setObjectName(QStringLiteral("tokenJson"));
    m_json->setAccessibleName(tr("JSON"));
    m_stack->addWidget(buildTree());
    m_stack->addWidget(m_json);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 4);
    head->addWidget(m_part);
    head->addStretch(1);
    head->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_detail->setObjectName(QStringLiteral("claimDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    setReadableByKeyboard(m_detail);
    m_detail->setContentsMargins(12, 4, 12, 4);
    m_detail->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_detail);
    connect(m_part, &Segments::chosen, this, &ClaimsView::show);
    connect(m_form, &Segments::chosen, this, &ClaimsView::show);
}

QWidget *ClaimsView::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("claims"));
    m_tree->setAccessibleName(tr("Claims"));
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(16);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setItemDelegate(new ClaimDelegate(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(tokens::ClaimsModel::MeaningColumn, QHeaderView::Stretch);
    m_tree->setColumnWidth(tokens::ClaimsModel::ClaimColumn, fontMetrics().averageCharWidth() * 20);
    m_tree->viewport()->installEventFilter(this);
    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copy);
    connect(copy, &QAction::triggered, this, &ClaimsView::copyCell);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClaimsView::showDetail);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ClaimsView::contextMenu);
    return m_tree;
}

// A value is worth 38 characters (an id, a time), and never so many that its meaning has no room.
void ClaimsView::sizeColumns()
{
    const int left = m_tree->viewport()->width() - m_tree->columnWidth(tokens::ClaimsModel::ClaimColumn);
    const int wanted = QFontMetrics(monospaceFont(font())).horizontalAdvance(QString(38, u'0')) + 12;
    m_tree->setColumnWidth(tokens::ClaimsModel::ValueColumn, qMin(wanted, left * 55 / 100));
}

bool ClaimsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        sizeColumns();
    return QWidget::eventFilter(watched, event);
}

void ClaimsView::setReading(const TokenReading &reading)
{
    TokenReading former = std::exchange(m_reading, reading);
    show();
    letGo(std::move(former));
}

void ClaimsView::show()
{
    const bool header = m_part->current() == u"header";
    if (m_form->current() == u"json") {
        m_json->setText(header ? m_reading.headerJson : m_reading.payloadJson,
                        header ? m_reading.headerSpans : m_reading.payloadSpans);
        m_stack->setCurrentWidget(m_json);
        showDetail();
        return;
    }
    if (header)
        m_model.setContent(m_reading.jwt.header.root, tokens::ClaimPlace::Header);
    else
        m_model.setContent(m_reading.jwt.payload.root, payloadPlace(m_reading.jwt));
    bool isNested = false;
    for (int row = 0; row < m_model.rowCount() && !isNested; ++row)
        isNested = m_model.hasChildren(m_model.index(row, 0));
    m_tree->setRootIsDecorated(isNested);
    m_stack->setCurrentWidget(m_tree);
    m_tree->setCurrentIndex(m_model.index(0, 0));
    showDetail();
}

void ClaimsView::showDetail()
{
    const QModelIndex index = m_tree->currentIndex();
    m_detail->setVisible(index.isValid() && m_stack->currentWidget() == m_tree);
    if (!m_detail->isVisibleTo(this))
        return;
    const auto text = [&index](int column, int role = Qt::DisplayRole) {
        return index.siblingAtColumn(column).data(role).toString();
    };
    constexpr qsizetype shown = 300; // the JSON view has the rest
    QString value = text(tokens::ClaimsModel::ValueColumn, tokens::ClaimsModel::DetailRole);
    if (value.size() > shown)
        value = value.left(shown) + QStringLiteral("…");
    const QString detail =
        QStringLiteral("%1: %2\n%3")
            .arg(text(tokens::ClaimsModel::ClaimColumn), value, text(tokens::ClaimsModel::MeaningColumn));
    if (detail != m_detail->text()) // what is selected in it stays
        m_detail->setText(detail);
}

void ClaimsView::tick()
{
    m_model.tick();
    showDetail();
}

void ClaimsView::copyCell() const
{
    const QModelIndex index = m_tree->currentIndex();
    if (index.isValid())
        copyText(
            index.siblingAtColumn(tokens::ClaimsModel::ValueColumn).data(tokens::ClaimsModel::RawTextRole).toString());
}

void ClaimsView::contextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_tree->actions());
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace poolscope::ui
