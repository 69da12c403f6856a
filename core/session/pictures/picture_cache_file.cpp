#include "core/session/pictures/picture_cache_file.h"

#include "core/session/whole_file.h"

#include <QDataStream>
#include <QtEndian>

#include <algorithm>
#include <new>

namespace gan {

namespace {

// The file: magic, hash of the source's state (32 bytes), length of the head (8, big endian), head, bytes of
// all pictures, hash of all before it (32). The head, by QDataStream: side, train count, names, unusable.
constexpr char kMagic[] = "GAN Explorer pictures 1\n";
constexpr qint64 kMagicLength = sizeof kMagic - 1, kHashLength = 32, kLengthLength = 8;
constexpr qint64 kFixed = kMagicLength + kHashLength + kLengthLength;
constexpr qint64 kBlock = 4 << 20;

QByteArray stateHash(const QByteArray& state)
{
    return QCryptographicHash::hash(state, kCacheHash);
}

QByteArray headOf(const PictureSet& set)
{
    QByteArray head;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << qint32{set.side} << qint64{set.trainCount} << static_cast<qint64>(set.names.size())
           << static_cast<qint64>(set.unusable.size());
    const auto put = [&](const std::string& text) { stream << QByteArray::fromStdString(text); };
    for (const std::string& name : set.names)
        put(name);
    for (const UnusablePicture& picture : set.unusable) {
        put(picture.path);
        put(picture.reason);
    }
    return head;
}

/// The head of a file whose hash was right: what it says is trusted, except by the last test.
bool readHead(const QByteArray& head, PictureSet& set)
{
    QDataStream stream(head);
    stream.setVersion(QDataStream::Qt_6_0);
    qint32 side = 0;
    qint64 trainCount = 0, names = 0, unusable = 0;
    stream >> side >> trainCount >> names >> unusable;
    const auto next = [&] {
        QByteArray text;
        stream >> text;
        return text.toStdString();
    };
    for (; names > 0 && stream.status() == QDataStream::Ok; --names)
        set.names.push_back(next());
    for (; unusable > 0 && stream.status() == QDataStream::Ok; --unusable) {
        std::string path = next(), reason = next();
        set.unusable.push_back({std::move(path), std::move(reason)});
    }
    set.side = side;
    set.trainCount = trainCount;
    return stream.status() == QDataStream::Ok && side > 0 && side <= 4096 && trainCount > 0 &&
           trainCount <= set.count() &&
           set.count() * set.bytesEach() == static_cast<std::int64_t>(set.bytes.size());
}

/// Reads exactly so many bytes in blocks, adds them to the hash and tells of them.
class HashedReader {
public:
    HashedReader(QFile& file, const LoadStep& step)
        : m_file(file)
        , m_step(step)
    {
    }

    bool read(char* bytes, qint64 count)
    {
        while (count > 0) {
            const qint64 got = m_file.read(bytes, std::min(count, kBlock));
            if (got <= 0)
                return false;
            m_hash.addData({bytes, got});
            bytes += got;
            count -= got;
            tell(m_step, m_file.pos(), m_file.size());
        }
        return true;
    }
    QByteArray read(qint64 count)
    {
        QByteArray bytes(count, Qt::Uninitialized);
        return read(bytes.data(), count) ? bytes : QByteArray();
    }
    bool hashFollows() { return m_file.read(kHashLength) == m_hash.result(); }

private:
    QFile& m_file;
    const LoadStep& m_step;
    QCryptographicHash m_hash{kCacheHash};
};

std::optional<PictureSet> readChecked(QFile& file, const QByteArray& state, const LoadStep& step)
{
    HashedReader reader(file, step);
    if (file.size() < kFixed + kHashLength || reader.read(kMagicLength) != kMagic ||
        reader.read(kHashLength) != stateHash(state))
        return std::nullopt;
    const auto headLength = qFromBigEndian<quint64>(reader.read(kLengthLength).constData());
    const auto left = static_cast<quint64>(file.size() - kFixed - kHashLength);
    if (headLength > left || headLength > (1u << 30))
        return std::nullopt;
    const QByteArray head = reader.read(static_cast<qint64>(headLength));
    PictureSet set;
    set.bytes.resize(left - headLength);
    if (!reader.read(reinterpret_cast<char*>(set.bytes.data()), static_cast<qint64>(set.bytes.size())) ||
        !reader.hashFollows() || !readHead(head, set))
        return std::nullopt;
    return set;
}

} // namespace

void writeCacheFile(const QString& path, const QByteArray& state, const PictureSet& set, const LoadStep& step)
{
    const QByteArray head = headOf(set);
    QByteArray length(kLengthLength, '\0');
    qToBigEndian<quint64>(static_cast<quint64>(head.size()), length.data());
    writeWholeFile(path, [&](const WritePart& write) {
        QCryptographicHash hash(kCacheHash);
        const auto put = [&](const QByteArray& part) {
            hash.addData(part);
            write(part);
        };
        put(QByteArray(kMagic) + stateHash(state) + length);
        put(head);
        const auto size = static_cast<qint64>(set.bytes.size());
        for (qint64 at = 0; at < size; at += kBlock) {
            put(QByteArray::fromRawData(reinterpret_cast<const char*>(set.bytes.data()) + at,
                                        std::min(kBlock, size - at)));
            tell(step, at, size);
        }
        write(hash.result());
    });
}

std::optional<PictureSet> readCacheFile(QFile& file, const QByteArray& state, const LoadStep& step)
{
    try {
        return readChecked(file, state, step);
    } catch (const std::bad_alloc&) {
        throw Error(GE_TR("There is not enough memory for the pictures."));
    }
}

} // namespace gan
