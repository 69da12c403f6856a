#pragma once

#include "core/data/csv_vectors.h"
#include "core/model/gan_step.h"
#include "core/model/shuffled_order.h"
#include "core/settings/settings.h"

#include <optional>

namespace gan {

/// Noise z ~ U[0,1], shape [count, n], in double precision, drawn on the CPU and moved to `device`.
Tensor signalNoise(std::int64_t count, std::int64_t n, at::Generator random, at::Device device);

/// The real vectors of a run, and what is known of where they come from.
struct SignalData {
    Tensor x;                ///< [vectors, n]
    Tensor z;                ///< the noise that the teacher made each from; undefined for a file's vectors
    Tensor teacher;          ///< its matrix [2, 2]; undefined for a file's vectors
    ValueScale scale = {};   ///< of a file's vectors
    std::string source = {}; ///< what else a saved state must agree in: for a file, the digest of its numbers

    std::int64_t count() const { return x.size(0); }
    std::int64_t length() const { return x.size(1); }
    /// Other vectors of the same kind, [count, n]: the teacher's from fresh noise, or a file's, drawn at
    /// random.
    Tensor reference(std::int64_t count, at::Generator random) const;
};

/// `count` rows of x [N, ...], drawn with repetition.
Tensor drawnRows(const Tensor& x, std::int64_t count, at::Generator random);

/// Two rows of two numbers as a tensor [2, 2], on the CPU.
Tensor matrixTensor(const Matrix& matrix);

/// Where real vectors come from.
struct SignalSource {
    std::int64_t length; ///< of each, n
    std::int64_t count;  ///< that the teacher makes
    Matrix teacher;
    std::string file; ///< in place of the teacher; empty for none
};

/// `vectors` where the source is a file, and else the teacher's, whose noise comes from `random`. Throws
/// Error when the file's are missing, of another length or cannot be used.
SignalData signalData(const SignalSource& source, const Vectors* vectors, at::Generator random,
                      at::Device device);

/// Hands out batches of real vectors in shuffled epochs, and counts them. Schedule and size may change
/// between any two iterations.
class SignalBatches {
public:
    SignalBatches() = default;
    SignalBatches(SignalData data, std::uint64_t seed);

    /// `onePerIteration`: all updates of an iteration see one batch.
    void setSize(std::int64_t batch, bool onePerIteration);
    void beginIteration();

    /// x for an update of D.
    Tensor forD();
    /// For an update of G the vectors that D saw last; where D learns nothing, a batch of its own, so that an
    /// epoch of G alone has as many updates. x is defined unless `matching` is None, z is the teacher's when
    /// it is Paired and else undefined.
    GeneratorBatch forG(FeatureMatching matching);

    const SignalData& data() const { return m_data; }
    double epochs() const { return m_order.epochs(); }
    const Tensor& state() const { return m_order.state(); }

private:
    void advance();
    Tensor chosen(const Tensor& of) const { return of.index_select(0, m_places); }

    SignalData m_data;
    ShuffledOrder m_order;
    Tensor m_places; ///< of the batch that was drawn last
    std::int64_t m_batch = 1;
    bool m_onePerIteration = false;
    bool m_drawnNow = false, m_seenByD = false; ///< in this iteration
};

} // namespace gan
